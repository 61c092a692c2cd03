#include "app/eye/preload.h"

#include "core/vision/code_text.h"
#include "core/vision/picture.h"
#include "core/vision/read_codes.h"

#include <QBuffer>
#include <QDir>
#include <QImageWriter>

#include <algorithm>
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

/// A QR code "CHAYAN" and an EAN-13 on white, as PNG in base64: with it all that most pictures need runs
/// once.
constexpr const char* codes =
    "iVBORw0KGgoAAAANSUhEUgAAAPoAAABkAQMAAACVTr9NAAAABlBMVEX///8AAABVwtN+AAAACXBIWXMAAA9hAAAPYQGoP6dp"
    "AAAA7klEQVRIie3UMQrCMBQG4CcZskVwDuQUQrZM4qTHcHPwArZeIC5ewMlrdPMahWxubg7FZypUEExaSJ9T/qnQb/j78hqA"
    "nJyRY/DJ1RGxpAMaBG8EMEqA1ihr3EAwWVw229t8fZ4tV6fhgEtBDcD1dEgF4Mdou0mSAL8P2n32gQS0RpXdIwkwDrHZQ00J"
    "2AFrwSMdkoFmlrPSSELgO1S1gMhpJgPedrA6vNXf4Ed6QfulcncNX2LpwG+1kUUV7pAO/L9p8P6IXqSpAK1uiisxAJhWMvR+"
    "HOCXQcdLJgI/Sd9BEYL3PRnb6nSQk/PPvACQUXxi6JFqOAAAAABJRU5ErkJggg==";

/// A white picture of 32 x 32 pixels as HEIC: nothing on this machine needs an encoder for it.
constexpr const char* heic =
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA"
    "AAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAACAAIAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAFwACAAEA"
    "AAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAA"
    "AADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAe"
    "ugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAA"
    "AAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAIAAAACAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QA"
    "AAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAB9tZGF0AAAAEygBrwT4cl2ZK2n970LBG1uH7fg=";

Status readOwnHeic() {
    const QByteArray bytes = QByteArray::fromBase64(heic);
    const auto opened = vision::open(view(bytes), vision::Format::Heif, 16);
    if (!opened)
        return fail(ErrorKind::Unsupported, u"heic"_s, opened.error().detail);
    if (opened->grey.width != 32 || opened->grey.pixels.front() < 0xF0)
        return fail(ErrorKind::Internal, u"heic"_s, u"the picture is not as it was written"_s);
    return {};
}

Status readOwnCodes() {
    const QByteArray bytes = QByteArray::fromBase64(codes);
    const auto opened = vision::open(view(bytes), vision::Format::Png, 0);
    const auto seen = opened ? vision::readCodes(opened->grey.view(), {vision::everyPass()})
                             : tl::unexpected(opened.error());
    if (!seen || seen->codes.size() != 2)
        return fail(ErrorKind::Internal, u"codes"_s, u"codes of our own are not read"_s);
    return {};
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
    const auto opened = vision::open(view(bytes), sample.format, 16);
    if (!opened)
        return fail(ErrorKind::Unsupported, thing, opened.error().detail);
    const std::vector<vision::Pass> passes = vision::everyPass();
    const auto seen = vision::readCodes(opened->grey.view(), {passes});
    // Nothing stands beside what is not there.
    const auto due = std::ranges::count_if(
        passes, [](const vision::Pass& pass) { return pass.when != vision::Pass::When::WhileAddOnMayLack; });
    if (!seen || seen->passes.size() != due)
        return fail(ErrorKind::Internal, thing, u"the picture cannot be read"_s);
    ownPictures().emplace_back(sample.format, bytes);
    return {};
}

}  // namespace

/// ThreadSanitizer has one for itself.
#if defined(__SANITIZE_THREAD__)
constexpr qsizetype ownThreads = 2;
#else
constexpr qsizetype ownThreads = 1;
#endif

Status preload() {
    vision::useOneThread();
    constexpr std::array samples{Sample{vision::Format::Jpeg, "jpeg"}, Sample{vision::Format::Png, "png"},
                                 Sample{vision::Format::WebP, "webp"}, Sample{vision::Format::Tiff, "tiff"}};
    for (const Sample& sample : samples)
        CHAYAN_CHECK(readOwnPicture(sample));
    CHAYAN_CHECK(readOwnHeic());
    CHAYAN_CHECK(readOwnCodes());
    const QByteArray chinese = "\xB2\xE9\xD1\xE9";  // 查验 in GB18030
    if (vision::decodeText(chinese, vision::Unlabelled::Gb18030).text != u"查验"_s)
        return fail(ErrorKind::Unsupported, u"GB18030"_s, u"ICU does not convert it"_s);
    if (QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() != ownThreads)
        return fail(ErrorKind::Internal, u"chayan-eye"_s, u"a library has started a thread"_s);
    return {};
}

void warmUp() {
    for (const auto& [format, bytes] : ownPictures())
        static_cast<void>(vision::open(view(bytes), format, 16));
    static_cast<void>(readOwnCodes());
}

}  // namespace chayan::eye
