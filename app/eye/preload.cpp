#include "app/eye/preload.h"

#include "core/vision/code_text.h"
#include "core/vision/picture.h"
#include "core/vision/read_codes.h"

#include <QBuffer>
#include <QDir>
#include <QImageWriter>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace chayan::eye {

namespace {

struct Sample {
    vision::Format format;
    const char* writer;
};

/// What the samples look like in bytes, once made.
std::vector<std::pair<vision::Format, QByteArray>>& ownPictures() {
    static std::vector<std::pair<vision::Format, QByteArray>> pictures;
    return pictures;
}

Status readOwnPicture(const Sample& sample) {
    const QString thing = QString::fromLatin1(sample.writer);
    QImage image(32, 32, QImage::Format_RGB32);
    image.fill(Qt::white);
    QByteArray bytes;
    QBuffer device(&bytes);
    device.open(QIODevice::WriteOnly);
    if (!QImageWriter(&device, sample.writer).write(image))
        return fail(ErrorKind::Unsupported, thing, u"no plugin for this picture format"_s);
    const auto picture = vision::decode(view(bytes), sample.format);
    if (!picture)
        return fail(ErrorKind::Unsupported, thing, picture.error().detail);
    const auto grey = vision::greyOf(*picture);
    if (!grey || !vision::thumbnail(*picture, 16))
        return fail(ErrorKind::Internal, thing, u"the picture cannot be scaled"_s);
    const auto seen = vision::readCodes(grey->view(), {vision::everyPass()});
    if (!seen || seen->passes.size() != static_cast<qsizetype>(vision::everyPass().size()))
        return fail(ErrorKind::Internal, thing, u"the picture cannot be read"_s);
    ownPictures().emplace_back(sample.format, bytes);
    return {};
}

}  // namespace

Status preload() {
    vision::useOneThread();
    constexpr std::array samples{Sample{vision::Format::Jpeg, "jpeg"}, Sample{vision::Format::Png, "png"},
                                 Sample{vision::Format::WebP, "webp"}, Sample{vision::Format::Tiff, "tiff"}};
    for (const Sample& sample : samples)
        CHAYAN_CHECK(readOwnPicture(sample));
    const QByteArray chinese = "\xB2\xE9\xD1\xE9";  // 查验 in GB18030
    if (vision::decodeText(chinese, vision::Unlabelled::Gb18030).text != u"查验"_s)
        return fail(ErrorKind::Unsupported, u"GB18030"_s, u"ICU does not convert it"_s);
    if (QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() != 1)
        return fail(ErrorKind::Internal, u"chayan-eye"_s, u"a library has started a thread"_s);
    return {};
}

void warmUp() {
    for (const auto& [format, bytes] : ownPictures()) {
        const auto picture = vision::decode(view(bytes), format);
        const auto grey = picture ? vision::greyOf(*picture) : tl::unexpected(picture.error());
        if (grey)
            static_cast<void>(
                vision::readCodes(grey->view(), {vision::everyPass(), std::chrono::steady_clock::now()}));
    }
}

}  // namespace chayan::eye
