#pragma once

#include "tests/support/drawn_code.h"
#include "tests/support/drawn_label.h"

#include <QDir>
#include <QtEndian>

// What a camera sees while labels are moved before it, out of focus and in focus; drawn.

namespace chayan::test {

struct MovingLabels {
    QSize size{1280, 720};
    int labels = 3;
    int blurred = 8;  ///< frames before each label is sharp
    int sharp = 12;   ///< frames in which it is
    double blur = 6;  ///< standard deviation in pixels: nothing is read
};

/// The text of a label's code; one QR code after one EAN-13.
inline QString textOfLabel(int label) {
    return label % 2 == 0 ? u"CHAYAN-LIVE-%1"_s.arg(label) : u"9521234000%1"_s.arg(label % 90 + 10);
}

/// Frame `number` of all the labels, one after the other; drifts and turns a little from frame to frame.
class LabelFilm {
  public:
    explicit LabelFilm(const MovingLabels& how) : m_how(how) {}

    int frames() const { return m_how.labels * (m_how.blurred + m_how.sharp); }
    int labelOf(int number) const { return number / (m_how.blurred + m_how.sharp); }
    int firstSharp(int label) const { return label * (m_how.blurred + m_how.sharp) + m_how.blurred; }

    QImage frame(int number) {
        const int label = labelOf(number);
        if (label != m_label)
            draw(label);
        const int within = number % (m_how.blurred + m_how.sharp);
        QImage image(m_how.size, QImage::Format_RGB32);
        image.fill(QColor(120, 105, 90));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(m_how.size.width() / 2.0 - 60 + 7 * within,
                          m_how.size.height() / 2.0 - 20 + 3 * within);
        painter.rotate(within * 0.4 - 4);
        const QImage& seen = within < m_how.blurred ? m_soft : m_sharp;
        painter.drawImage(QPointF(-seen.width() / 2.0, -seen.height() / 2.0), seen);
        return image;
    }

  private:
    void draw(int label) {
        m_label = label;
        QImage paper(QSize(620, 460), QImage::Format_RGB32);
        paper.fill(QColor(245, 243, 238));
        QPainter painter(&paper);
        painter.setPen(QColor(25, 25, 25));
        painter.setFont(QFont(u"Noto Sans CJK SC"_s, 22));
        painter.drawText(30, 50, u"云岭鹤 润肤乳 %1"_s.arg(label));
        painter.setFont(QFont(u"Noto Sans CJK SC"_s, 13));
        for (int line = 0; line < 4; ++line)
            painter.drawText(30, 90 + 26 * line,
                             u"生产批号 YL%1 净含量 %2 ml"_s.arg(label * 7 + line).arg(line * 50 + 50));
        const QString text = textOfLabel(label);
        const QImage code = label % 2 == 0 ? drawnCode(ZXing::BarcodeFormat::QRCode, text.toStdWString(), 5)
                                           : drawnCode(ZXing::BarcodeFormat::EAN13, text.toStdWString(), 3);
        painter.drawImage(30, 200, code);
        painter.end();
        // With some of the table around, so that the paper's edges are soft as well.
        QImage sheet(paper.size() + QSize(80, 80), QImage::Format_RGB32);
        sheet.fill(QColor(120, 105, 90));
        QPainter(&sheet).drawImage(40, 40, paper);
        m_sharp = blurred(sheet, 0.6);
        m_soft = blurred(sheet, m_how.blur);
    }

    MovingLabels m_how;
    int m_label = -1;
    QImage m_sharp, m_soft;
};

/// Writes the film as `frame_1.jpg` and on.
inline void writeFrames(LabelFilm& film, const QString& folder) {
    QDir().mkpath(folder);
    for (int i = 0; i < film.frames(); ++i)
        if (!film.frame(i).save(u"%1/frame_%2.jpg"_s.arg(folder).arg(i + 1), "JPEG", 90))
            qFatal("cannot write");
}

/// The film as an AVI of JPEGs (Microsoft, "AVI RIFF File Reference"), so that no encoder is needed.
inline QByteArray filmAsAvi(LabelFilm& film, QSize size, int framesASecond) {
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        qToLittleEndian(value, bytes.data());
        return bytes;
    };
    const auto half = [](quint16 value) {
        QByteArray bytes(2, '\0');
        qToLittleEndian(value, bytes.data());
        return bytes;
    };
    const auto chunk = [&](const QByteArray& name, const QByteArray& data) {
        return name + number(static_cast<quint32>(data.size())) + data + QByteArray(data.size() % 2, '\0');
    };
    const auto list = [&](const QByteArray& kind, const QByteArray& data) {
        return chunk("LIST", kind + data);
    };
    const auto count = static_cast<quint32>(film.frames());
    const auto width = static_cast<quint32>(size.width()), height = static_cast<quint32>(size.height());
    QByteArray movie, index;
    quint32 at = 4;
    for (int i = 0; i < film.frames(); ++i) {
        const QByteArray frame = chunk("00dc", encoded(film.frame(i), "JPEG", 90));
        index += "00dc" + number(0x10) + number(at) + number(static_cast<quint32>(frame.size()) - 8);
        at += static_cast<quint32>(frame.size());
        movie += frame;
    }
    const QByteArray head = number(1'000'000U / static_cast<quint32>(framesASecond)) + number(10'000'000) +
                            number(0) + number(0x10) + number(count) + number(0) + number(1) +
                            number(1'000'000) + number(width) + number(height) + QByteArray(16, '\0');
    const QByteArray stream = QByteArray("vidsMJPG") + number(0) + number(0) + number(0) + number(1) +
                              number(static_cast<quint32>(framesASecond)) + number(0) + number(count) +
                              number(1'000'000) + number(0xFFFFFFFF) + number(0) + half(0) + half(0) +
                              half(static_cast<quint16>(width)) + half(static_cast<quint16>(height));
    const QByteArray format = number(40) + number(width) + number(height) + half(1) + half(24) + "MJPG" +
                              number(width * height * 3) + QByteArray(16, '\0');
    const QByteArray body =
        "AVI " +
        list("hdrl", chunk("avih", head) + list("strl", chunk("strh", stream) + chunk("strf", format))) +
        list("movi", movie) + chunk("idx1", index);
    return chunk("RIFF", body);
}

}  // namespace chayan::test
