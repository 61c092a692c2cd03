#include "labels.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace chayan::demo {

namespace {

/// A sheet that is written on with few words; positions and sizes in its pixels.
class Sheet {
  public:
    Sheet(int width, int height, const QColor& paper)
        : m_image(width, height, QImage::Format_ARGB32_Premultiplied) {
        m_image.fill(paper);
        m_painter.begin(&m_image);
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    }

    QPainter& painter() { return m_painter; }

    void text(double x, double y, int size, const QString& words, const QColor& ink = Qt::black,
              bool bold = false) {
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPixelSize(size);
        font.setBold(bold);
        m_painter.setFont(font);
        m_painter.setPen(ink);
        double line = y;
        for (const QString& part : words.split(u'\n')) {
            m_painter.drawText(QPointF(x, line + size), part);
            line += size * 1.4;
        }
    }

    void rule(double x1, double y1, double x2, double y2, double width = 2, const QColor& ink = Qt::black) {
        m_painter.setPen(QPen(ink, width));
        m_painter.drawLine(QPointF(x1, y1), QPointF(x2, y2));
    }

    void box(const QRectF& rect, const QColor& fill, const QColor& edge = Qt::transparent, double width = 3) {
        m_painter.setPen(edge.alpha() ? QPen(edge, width) : Qt::NoPen);
        m_painter.setBrush(fill);
        m_painter.drawRect(rect);
    }

    /// A symbol with its quiet zone; `height` counts for linear ones.
    QRectF symbol(Symbols& symbols, const Symbol& symbol, double x, double y, int module, int height = 0,
                  const QString& caption = {}) {
        const QImage image = symbolImage(symbol);
        const bool linear = image.height() == 1;
        const QRectF bars(x, y, image.width() * module, linear ? height : image.height() * module);
        const double quiet = module * (linear ? 10 : 4);
        box(bars.adjusted(-quiet, -module * 3, quiet, caption.isEmpty() ? module * 3 : 34), Qt::white);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        m_painter.drawImage(bars, image);
        if (!caption.isEmpty()) {
            QFont font(u"DejaVu Sans Mono"_s);
            font.setStyleHint(QFont::Monospace);
            font.setPixelSize(26);
            m_painter.setFont(font);
            m_painter.setPen(Qt::black);
            m_painter.drawText(QRectF(bars.left(), bars.bottom() + 2, bars.width(), 32), Qt::AlignCenter,
                               caption);
        }
        symbols.push_back(
            {symbol.format, symbol.text.startsWith(QChar(0x1D)) ? symbol.text.sliced(1) : symbol.text});
        return bars;
    }

    /// The brand's mark: a crane over a ridge.
    void mark(double x, double y, double size, const QColor& ink) {
        QPainterPath path;
        path.moveTo(0, 70);
        path.lineTo(25, 45);
        path.lineTo(40, 60);
        path.lineTo(62, 34);
        path.lineTo(100, 70);
        path.cubicTo(70, 58, 30, 58, 0, 70);
        path.moveTo(20, 40);
        path.cubicTo(35, 12, 60, 8, 92, 10);
        path.cubicTo(66, 18, 52, 26, 44, 42);
        path.cubicTo(38, 34, 30, 34, 20, 40);
        m_painter.save();
        m_painter.translate(x, y);
        m_painter.scale(size / 100, size / 100);
        m_painter.fillPath(path, ink);
        m_painter.restore();
    }

    QImage done() {
        m_painter.end();
        return m_image;
    }

  private:
    QImage m_image;
    QPainter m_painter;
};

const QChar fnc1(0x1D);

/// Arrows up, glass, umbrella: the handling signs of ISO 780, drawn simply.
void handlingSigns(Sheet& sheet, double x, double y, const QColor& ink) {
    for (int i = 0; i < 3; ++i)
        sheet.box(QRectF(x + i * 130, y, 112, 130), Qt::transparent, ink, 5);
    for (const double dx : {30.0, 80.0}) {
        sheet.rule(x + dx, y + 30, x + dx, y + 100, 9, ink);
        sheet.rule(x + dx - 18, y + 52, x + dx, y + 26, 8, ink);
        sheet.rule(x + dx + 18, y + 52, x + dx, y + 26, 8, ink);
    }
    sheet.rule(x + 20, y + 112, x + 92, y + 112, 8, ink);
    QPainter& p = sheet.painter();
    p.setPen(QPen(ink, 7));
    p.setBrush(Qt::NoBrush);
    p.drawPolyline(QPolygonF({{x + 160, y + 24}, {x + 168, y + 66}, {x + 204, y + 66}, {x + 212, y + 24}}));
    p.drawLine(QPointF(x + 186, y + 66), QPointF(x + 186, y + 108));
    p.drawLine(QPointF(x + 164, y + 110), QPointF(x + 208, y + 110));
    p.drawChord(QRectF(x + 276, y + 34, 80, 80), 0, 180 * 16);
    p.drawLine(QPointF(x + 316, y + 74), QPointF(x + 316, y + 112));
}

}  // namespace

QImage cartonFront(Symbols& symbols) {
    Sheet sheet(1500, 1000, Qt::transparent);
    const QColor ink(40, 34, 30);
    sheet.mark(70, 40, 190, QColor(150, 36, 30));
    sheet.text(290, 50, 110, u"云岭鹤"_s, QColor(150, 36, 30), true);
    sheet.text(294, 190, 40, u"YUNLINGHE AUTO PARTS"_s, QColor(150, 36, 30));
    sheet.text(80, 290, 64, u"盘式制动片（前轮）"_s, ink, true);
    sheet.text(
        80, 390, 42,
        u"DISC BRAKE PADS, FRONT\n型号 Model: YLH-D4077\n数量 Qty: 20 套 sets\n毛重 G.W.: 18.6 kg\n批号 Lot: 20990311-07"_s,
        ink);
    handlingSigns(sheet, 1060, 60, ink);
    sheet.text(80, 900, 30, u"云岭鹤汽车配件（宜宾）有限公司　四川省宜宾市翠屏区虚构路7号"_s, ink);
    const QString gtin = withGs1Check(u"1952123454321"_s);
    sheet.box(QRectF(700, 560, 740, 330), Qt::white);
    const QRectF bars = sheet.symbol(symbols, {u"ITF"_s, gtin}, 800, 620, 4, 170);
    // Bearer bars: a scan line that slips off the symbol meets them instead of a shorter number.
    for (const double y : {bars.top() - 14, bars.bottom()})
        sheet.box(QRectF(bars.left() - 50, y, bars.width() + 100, 14), Qt::black);
    sheet.text(bars.left() + 120, bars.bottom() + 18, 36, gtin);
    return sheet.done();
}

QImage lotionLabel(Symbols& symbols) {
    Sheet sheet(1300, 1250, QColor(250, 246, 238));
    const QColor green(40, 92, 72);
    const QColor ink(50, 50, 50);
    sheet.box(QRectF(0, 0, 1300, 26), green);
    sheet.box(QRectF(0, 1224, 1300, 26), green);
    sheet.mark(120, 70, 150, green);
    sheet.text(300, 70, 100, u"云岭鹤"_s, green, true);
    sheet.text(124, 210, 66, u"玉容舒润乳液"_s, ink, true);
    sheet.text(124, 310, 36, u"Soothing Face Lotion　120 mL"_s, ink);
    sheet.text(
        124, 390, 30,
        u"成分：水、甘油、丁二醇、角鲨烷、茶叶提取物、\n透明质酸钠、苯氧乙醇、香精。\n用法：洁面后取适量涂抹面部。\n备案编号：川妆网备字2099000001\n生产许可证：川妆20990001\n注册人：云岭鹤日化（成都）有限公司\n地址：成都市武侯区虚构二路16号\n限期使用日期：2099-12-31　批号：YR99C07"_s,
        ink);
    sheet.symbol(symbols, {u"EAN-13"_s, withGs1Check(u"952123454321"_s)}, 180, 850, 5, 220,
                 withGs1Check(u"952123454321"_s));
    sheet.symbol(symbols, {u"QRCode"_s, u"https://example.com/01/09521234543213/10/YR99C07"_s}, 790, 795, 12);
    sheet.text(830, 1180, 26, u"扫码查询 Scan to check"_s, ink);
    return sheet.done();
}

QImage pesticideLabel(Symbols& symbols) {
    Sheet sheet(1500, 1150, Qt::white);
    const QColor blue(20, 70, 130);
    sheet.box(QRectF(0, 0, 1500, 190), QColor(246, 196, 30));
    sheet.mark(40, 10, 170, blue);
    sheet.text(230, 10, 90, u"云岭鹤　吡虫啉"_s, blue, true);
    sheet.text(234, 136, 36, u"Imidacloprid 10% WP　杀虫剂 Insecticide"_s, blue);
    sheet.text(
        50, 215, 34,
        u"有效成分含量：10%　剂型：可湿性粉剂\n农药登记证号：WP20990002\n农药生产许可证号：农药生许（川）0000\n产品标准号：Q/YLH 001-2099"_s);
    sheet.box(QRectF(50, 430, 880, 220), Qt::white, Qt::black, 3);
    sheet.rule(50, 490, 930, 490);
    sheet.text(66, 436, 34, u"作物　　　防治对象　　用药量（克/亩）"_s, Qt::black, true);
    sheet.text(
        66, 500, 34,
        u"水稻　　　稻飞虱　　　15～20\n小麦　　　蚜虫　　　　10～20\n柑橘树　　蚜虫　　　　稀释 3000 倍"_s);
    sheet.text(
        50, 750, 30,
        u"安全间隔期：水稻 14 天，每季最多使用 2 次。\n使用时穿防护服、戴口罩；禁止在河塘洗涤药械。\n净含量：100 克　生产日期：2099-03-02　批号：990302"_s);
    sheet.box(QRectF(0, 1010, 1500, 140), QColor(30, 90, 190));
    sheet.text(420, 1030, 70, u"低毒　LOW TOXICITY"_s, Qt::white, true);
    sheet.symbol(symbols, {u"QRCode"_s, u"29900022010111111111111111111111"_s}, 1040, 260, 14);
    sheet.text(1040, 690, 26, u"农药产品追溯码\n2990002201011111\n1111111111111111"_s);
    return sheet.done();
}

QImage shoeLabel(Symbols& symbols) {
    Sheet sheet(1300, 620, Qt::white);
    sheet.mark(40, 20, 130, Qt::black);
    sheet.text(190, 30, 78, u"云岭鹤 运动鞋"_s, Qt::black, true);
    sheet.text(
        44, 165, 36,
        u"品名 Item: 缓震跑鞋 Running shoes\n货号 Style: YLH-R88-01\n颜色 Colour: 黑/白 Black/White\n执行标准：QB/T 0000-2099　合格品"_s);
    sheet.box(QRectF(1010, 30, 260, 330), Qt::black);
    sheet.text(1036, 40, 34, u"尺码 SIZE"_s, Qt::white);
    sheet.text(1040, 90, 130, u"42"_s, Qt::white, true);
    sheet.text(1036, 270, 34, u"EUR 42\nUK 8"_s, Qt::white);
    const QString gtin = withGs1Check(u"952123400042"_s);
    sheet.symbol(symbols, {u"EAN-13"_s, gtin}, 100, 410, 5, 140, gtin);
    sheet.symbol(symbols, {u"Code128"_s, u"R88-01-42"_s}, 720, 420, 4, 130, u"R88-01-42"_s);
    return sheet.done();
}

QImage palletLabel(Symbols& symbols) {
    Sheet sheet(1050, 1400, Qt::white);
    sheet.text(40, 24, 44, u"云岭鹤汽车配件（宜宾）有限公司"_s, Qt::black, true);
    sheet.text(40, 90, 32, u"发 From: 宜宾市翠屏区虚构路7号\n收 To: 凉山州西昌市虚构大道1号 3号库"_s);
    sheet.rule(0, 200, 1050, 200, 4);
    sheet.text(40, 215, 34, u"SSCC\n"_s + withGs1Check(u"10952123400000002"_s), Qt::black, true);
    sheet.text(40, 325, 34, u"CONTENT 19521234543210　　COUNT 12\nBEST BEFORE —　　LOT 20990311-07"_s);
    sheet.rule(0, 440, 1050, 440, 4);
    sheet.text(40, 455, 30, u"盘式制动片（前轮） Disc brake pads　12 箱 × 20 套"_s);
    sheet.symbol(symbols, {u"Code128"_s, fnc1 + u"02"_s + withGs1Check(u"1952123454321"_s) + u"3712"_s}, 110,
                 540, 5, 260, u"(02)19521234543210(37)12"_s);
    sheet.symbol(symbols, {u"Code128"_s, fnc1 + u"00"_s + withGs1Check(u"10952123400000002"_s)}, 110, 920, 5,
                 320, u"(00)"_s + withGs1Check(u"10952123400000002"_s));
    sheet.text(40, 1330, 30, u"堆码不超过 2 层　Stack max. 2"_s);
    return sheet.done();
}

QImage waybill(Symbols& symbols) {
    Sheet sheet(1400, 1000, Qt::white);
    const QString number = s10(u"LK"_s, u"10000099"_s, u"CN"_s);
    sheet.box(QRectF(4, 4, 1392, 992), Qt::white, Qt::black, 6);
    sheet.text(40, 24, 64, u"国际小包"_s, QColor(0, 104, 60), true);
    sheet.text(320, 40, 40, u"SMALL PACKET　AIR MAIL"_s, QColor(0, 104, 60), true);
    sheet.text(40, 120, 30, u"收寄局 Office: 成都互换局-窗口3　2099-03-02"_s);
    sheet.symbol(symbols, {u"Code128"_s, number}, 480, 195, 5, 165, number);
    sheet.rule(0, 410, 1400, 410, 4);
    sheet.text(40, 425, 32,
               u"寄件人 From\n林某甲　120 0000 0001\n成都市青羊区虚构西路88号3栋2单元501\nCHENGDU, CHINA"_s);
    sheet.rule(700, 410, 700, 640, 3);
    sheet.text(730, 425, 32,
               u"收件人 To\nA. Exempel　+46 700000001\nFiktivgatan 1\n11100 STOCKHOLM, SWEDEN"_s);
    sheet.rule(0, 640, 1400, 640, 4);
    sheet.text(40, 655, 34, u"报关签条 CUSTOMS DECLARATION　CN 22"_s, Qt::black, true);
    sheet.text(
        40, 720, 30,
        u"☐ 礼品 Gift　☐ 文件 Documents　☑ 商品 Sale of goods\n内件 Contents　　　　　　数量 Qty　重量 kg　价值 CNY\n运动鞋 sports shoes　　　　　3　　　　2.22　　　　980\n税号 HS 640411　　原产地 Origin CN"_s);
    sheet.text(40, 920, 30, u"签名 Signature　林某甲　　2099-03-02"_s);
    return sheet.done();
}

QImage medicineFront(Symbols& symbols) {
    Sheet sheet(1300, 620, QColor(252, 252, 254));
    const QColor red(178, 34, 44);
    sheet.box(QRectF(0, 0, 40, 620), red);
    sheet.box(QRectF(0, 560, 1300, 60), red);
    sheet.mark(80, 30, 120, red);
    sheet.text(220, 40, 70, u"云岭鹤"_s, red, true);
    sheet.text(80, 160, 76, u"一次性使用无菌敷贴"_s, QColor(30, 30, 40), true);
    sheet.text(
        84, 270, 34,
        u"Sterile Wound Dressing, single use\n规格 Size: 10 cm × 12 cm　10 片/盒\n注册证号：川械注准20992140001\n生产日期：2099-01-01　失效日期：2099-12-31"_s,
        QColor(40, 40, 50));
    sheet.text(84, 500, 28, u"云岭鹤医疗器械（绵阳）有限公司"_s, QColor(40, 40, 50));
    sheet.symbol(symbols, {u"DataMatrix"_s, fnc1 + u"010952123454321317991231"_s + u"10YL9901"_s}, 990, 140,
                 12);
    sheet.text(950, 410, 26, u"(01)09521234543213\n(17)991231\n(10)YL9901"_s, QColor(40, 40, 50));
    sheet.text(950, 90, 28, u"UDI"_s, QColor(40, 40, 50), true);
    return sheet.done();
}

}  // namespace chayan::demo
