#include "scenes.h"

#include "labels.h"
#include "photo.h"

#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace chayan::demo {

namespace {

QImage concrete(QRandomGenerator& random) {
    return surface(sceneSize, QColor(150, 149, 145), {150, 110}, 0.2, random);
}

QImage wood(QRandomGenerator& random, const QColor& colour = QColor(168, 128, 86)) {
    return surface(sceneSize, colour, {4, 150}, 0.3, random);
}

QImage cardboard(QSize size, QRandomGenerator& random, const QColor& colour = QColor(188, 148, 102)) {
    return surface(size, colour, {6, 180}, 0.16, random);
}

void darken(QImage& side, double amount) {
    QPainter painter(&side);
    painter.fillRect(side.rect(), QColor::fromRgbF(0, 0, 0, static_cast<float>(amount)));
}

/// A box seen from its front: front, top and right side, corners clockwise from the top left.
struct Box {
    QPolygonF front;
    QPolygonF top;
    QPolygonF side;
};

void paintBox(QPainter& painter, const Box& box, const QImage& front, QImage top, QImage side) {
    darken(side, 0.34);
    QPainter light(&top);
    light.fillRect(top.rect(), QColor(255, 255, 255, 34));
    light.end();
    QPolygonF ground{box.front[3], box.front[2], box.side[2], box.side[1], box.top[0]};
    shadow(painter, ground, {26, 34}, 34, 0.5);
    place(painter, top, box.top);
    place(painter, side, box.side);
    place(painter, front, box.front);
}

QImage onto(QImage ground, const QImage& print, QPoint at) {
    QPainter painter(&ground);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(at, print);
    return ground;
}

QImage carton(Symbols& symbols, QRandomGenerator& random) {
    QImage scene = concrete(random);
    QPainter painter(&scene);
    const QImage front = onto(cardboard({1500, 1000}, random), cartonFront(symbols), {});
    QImage top = cardboard({1500, 600}, random);
    QPainter tape(&top);
    tape.fillRect(QRect(0, 250, 1500, 100), QColor(214, 186, 132, 190));
    tape.fillRect(QRect(0, 297, 1500, 4), QColor(90, 66, 40, 150));
    tape.end();
    paintBox(painter,
             {{QPointF(280, 640), QPointF(1960, 560), QPointF(1930, 1640), QPointF(310, 1790)},
              {QPointF(560, 290), QPointF(2080, 250), QPointF(1960, 560), QPointF(280, 640)},
              {QPointF(1960, 560), QPointF(2080, 250), QPointF(2040, 1180), QPointF(1930, 1640)}},
             front, top, cardboard({600, 1000}, random));
    // The front flap of the tape hangs over the edge.
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(220, 194, 142, 120));
    painter.drawPolygon(
        QPolygonF({QPointF(1085, 600), QPointF(1250, 593), QPointF(1248, 690), QPointF(1084, 698)}));
    painter.end();
    return photograph(scene, {{0.25, 0.15}, 0.5, 0.5}, random);
}

QImage bottle(Symbols& symbols, QRandomGenerator& random) {
    QImage scene = surface(sceneSize, QColor(196, 200, 202), {4, 3}, 0.35, random);
    QPainter painter(&scene);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawImage(QRect(0, 1560, 2560, 360), wood(random, QColor(150, 112, 78)));
    shadow(painter,
           QPolygonF({QPointF(700, 1700), QPointF(1900, 1700), QPointF(2150, 1780), QPointF(800, 1790)}),
           {0, 0}, 44, 0.6);
    const auto cylinder = [&](const QRectF& rect, double radius, const QColor& colour) {
        QLinearGradient gradient(rect.topLeft(), rect.topRight());
        gradient.setColorAt(0, colour.darker(190));
        gradient.setColorAt(0.22, colour.lighter(108));
        gradient.setColorAt(0.36, colour.lighter(116));
        gradient.setColorAt(0.7, colour.darker(112));
        gradient.setColorAt(1, colour.darker(220));
        painter.setPen(Qt::NoPen);
        painter.setBrush(gradient);
        painter.drawRoundedRect(rect, radius, radius);
    };
    cylinder({1010, 40, 540, 230}, 40, QColor(212, 178, 110));
    cylinder({1070, 220, 420, 130}, 20, QColor(236, 234, 226));
    cylinder({640, 300, 1280, 1470}, 130, QColor(238, 236, 228));
    wrap(painter, lotionLabel(symbols), {652, 420, 1256, 1210}, 90, 14);
    painter.setBrush(QColor(255, 255, 255, 46));
    painter.drawRoundedRect(QRectF(860, 340, 70, 1390), 35, 35);
    painter.end();
    return photograph(scene, {{0.35, 0.25}, 0.35, 0.2}, random);
}

QImage pesticide(Symbols& symbols, QRandomGenerator& random) {
    QImage scene = wood(random);
    QPainter painter(&scene);
    const QPolygonF bag{QPointF(330, 190), QPointF(2210, 300), QPointF(2150, 1740), QPointF(260, 1650)};
    shadow(painter, bag, {36, 44}, 36, 0.6);
    QImage sachet = surface({1740, 1400}, QColor(226, 228, 230), {7, 5}, 0.4, random);
    sachet = onto(sachet, pesticideLabel(symbols), {120, 130});
    QPainter seams(&sachet);
    for (int x = 0; x < 1740; x += 12) {
        seams.fillRect(x, 0, 5, 70, QColor(120, 124, 128, 110));
        seams.fillRect(x, 1330, 5, 70, QColor(120, 124, 128, 110));
    }
    // Creases of the foil.
    seams.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 9; ++i) {
        const double y = 120 + random.bounded(1160);
        seams.setPen(QPen(QColor(255, 255, 255, 60), 10));
        seams.drawLine(QPointF(random.bounded(300), y),
                       QPointF(500 + random.bounded(1200), y + random.bounded(160) - 80));
    }
    seams.end();
    place(painter, sachet, bag);
    painter.end();
    return photograph(scene, {{0.7, 0.15}, 0.5, 0.7}, random);
}

QImage shoebox(Symbols& symbols, QRandomGenerator& random) {
    QImage scene = concrete(random);
    QPainter painter(&scene);
    const QColor red(166, 44, 38);
    QImage front = surface({1600, 900}, red, {60, 40}, 0.1, random);
    front = onto(front, shoeLabel(symbols).scaled(1180, 563, Qt::KeepAspectRatio, Qt::SmoothTransformation),
                 {210, 270});
    QPainter lid(&front);
    lid.fillRect(QRect(0, 0, 1600, 210), QColor(188, 58, 50));
    lid.fillRect(QRect(0, 206, 1600, 10), QColor(70, 14, 12));
    lid.end();
    paintBox(painter,
             {{QPointF(330, 760), QPointF(2010, 680), QPointF(1985, 1560), QPointF(350, 1700)},
              {QPointF(640, 420), QPointF(2180, 370), QPointF(2010, 680), QPointF(330, 760)},
              {QPointF(2010, 680), QPointF(2180, 370), QPointF(2140, 1130), QPointF(1985, 1560)}},
             front, surface({1600, 700}, QColor(182, 54, 46), {60, 40}, 0.1, random),
             surface({700, 900}, red, {60, 40}, 0.1, random));
    painter.end();
    return photograph(scene, {{0.4, 0.1}, 0.55, 0.1}, random);
}

QImage pallet(Symbols& symbols, QRandomGenerator& random) {
    QImage scene = concrete(random);
    QPainter painter(&scene);
    painter.fillRect(QRect(0, 0, 2560, 700), QColor(110, 116, 122));
    painter.fillRect(QRect(0, 690, 2560, 14), QColor(70, 72, 74));
    shadow(painter,
           QPolygonF({QPointF(150, 1800), QPointF(2480, 1760), QPointF(2540, 1880), QPointF(200, 1900)}),
           {0, 0}, 40, 0.7);
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            const double x = 170 + column * 745;
            const double y = 40 + row * 550;
            QImage face = cardboard({740, 545}, random, QColor(184 + column * 4, 144 + row * 3, 98));
            QPainter edge(&face);
            edge.setPen(QPen(QColor(70, 48, 28, 170), 9));
            edge.drawRect(face.rect());
            edge.fillRect(QRect(330, 0, 80, 110), QColor(222, 196, 144, 170));
            edge.setPen(QPen(QColor(120, 30, 26, 210), 3));
            QFont font(u"Noto Sans CJK SC"_s);
            font.setPixelSize(72);
            font.setBold(true);
            edge.setFont(font);
            edge.drawText(QRect(60, 150, 620, 110), Qt::AlignLeft, u"云岭鹤"_s);
            font.setPixelSize(34);
            edge.setFont(font);
            edge.drawText(QRect(60, 270, 620, 60), Qt::AlignLeft, u"制动片 BRAKE PADS"_s);
            edge.end();
            place(painter, face,
                  QPolygonF({QPointF(x, y), QPointF(x + 742, y - 8), QPointF(x + 742, y + 540),
                             QPointF(x, y + 548)}));
        }
    }
    painter.fillRect(QRect(150, 1700, 2260, 60), QColor(150, 112, 70));
    for (const int x : {160, 1180, 2220})
        painter.fillRect(QRect(x, 1760, 190, 110), QColor(112, 80, 48));
    // Stretch film: faint bands and glints over everything but the label on top of it.
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 26; ++i) {
        painter.setPen(QPen(QColor(255, 255, 255, 20 + random.bounded(40)), 3 + random.bounded(16)));
        const double y = random.bounded(1680);
        painter.drawLine(QPointF(160, y), QPointF(2410, y + random.bounded(260) - 130));
    }
    const QPolygonF label{QPointF(820, 330), QPointF(1770, 300), QPointF(1790, 1560), QPointF(836, 1580)};
    shadow(painter, label, {8, 10}, 12, 0.5);
    place(painter, palletLabel(symbols), label);
    painter.end();
    return photograph(scene, {{0.5, 0.1}, 0.5, 0.0}, random);
}

QImage parcel(Symbols& symbols, QRandomGenerator& random) {
    QImage scene = surface(sceneSize, QColor(78, 86, 96), {200, 150}, 0.2, random);
    QPainter painter(&scene);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF mailer{QPointF(240, 250), QPointF(2260, 130), QPointF(2350, 1640), QPointF(330, 1790)};
    shadow(painter, mailer, {30, 44}, 40, 0.75);
    QImage bag = surface({2000, 1500}, QColor(206, 208, 204), {9, 7}, 0.5, random);
    QPainter folds(&bag);
    folds.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 22; ++i) {
        const QPointF from(random.bounded(2000), random.bounded(1500));
        const QPointF to = from + QPointF(random.bounded(500) - 250, random.bounded(360) - 180);
        folds.setPen(QPen(QColor(255, 255, 255, 70), 8));
        folds.drawLine(from, to);
        folds.setPen(QPen(QColor(60, 60, 60, 50), 8));
        folds.drawLine(from + QPointF(6, 9), to + QPointF(6, 9));
    }
    folds.end();
    place(painter, bag, mailer);
    const QPolygonF label{QPointF(500, 470), QPointF(1990, 350), QPointF(2070, 1410), QPointF(570, 1540)};
    shadow(painter, label, {6, 8}, 10, 0.4);
    place(painter, waybill(symbols), label);
    // Somebody stands in the light.
    shadow(painter,
           QPolygonF({QPointF(1500, 1920), QPointF(2200, 900), QPointF(2560, 700), QPointF(2560, 1920)}),
           {0, 0}, 90, 0.4);
    // The transparent pocket glints along one edge.
    painter.setPen(QPen(QColor(255, 255, 255, 90), 26));
    painter.drawLine(QPointF(560, 500), QPointF(610, 1500));
    painter.end();
    return photograph(scene, {{0.6, 0.3}, 0.45, 0.0}, random);
}

QImage medicine(Symbols& symbols, QRandomGenerator& random) {
    QImage scene = surface(sceneSize, QColor(92, 122, 128), {5, 4}, 0.4, random);
    QPainter painter(&scene);
    const QColor white(244, 244, 246);
    paintBox(painter,
             {{QPointF(240, 700), QPointF(2030, 600), QPointF(2020, 1440), QPointF(270, 1600)},
              {QPointF(520, 400), QPointF(2180, 330), QPointF(2030, 600), QPointF(240, 700)},
              {QPointF(2030, 600), QPointF(2180, 330), QPointF(2160, 1060), QPointF(2020, 1440)}},
             medicineFront(symbols), surface({1300, 300}, white, {40, 30}, 0.06, random),
             surface({300, 620}, QColor(190, 40, 50), {40, 30}, 0.06, random));
    painter.end();
    return photograph(scene, {{0.3, 0.2}, 0.45, 0.15}, random);
}

}  // namespace

const Scene scenes[7] = {
    {u"carton.jpg", carton, 11},     {u"lotion.jpg", bottle, 12}, {u"pesticide.jpg", pesticide, 13},
    {u"shoebox.jpg", shoebox, 14},   {u"pallet.jpg", pallet, 15}, {u"parcel.jpg", parcel, 16},
    {u"dressing.jpg", medicine, 17},
};

}  // namespace chayan::demo
