#include "app/eye/look.h"

#include "core/base/limits.h"
#include "core/vision/compare.h"
#include "core/vision/picture.h"
#include "core/vision/quality.h"
#include "core/vision/read_codes.h"
#include "core/vision/rectify.h"

#include <algorithm>
#include <cmath>

namespace chayan::eye {

namespace {

std::optional<vision::Format> formatOf(MediaType type) {
    switch (type) {
        case MediaType::Jpeg:
            return vision::Format::Jpeg;
        case MediaType::Png:
            return vision::Format::Png;
        case MediaType::WebP:
            return vision::Format::WebP;
        case MediaType::Tiff:
            return vision::Format::Tiff;
        case MediaType::Heic:
        case MediaType::Heif:
        case MediaType::Avif:
            return vision::Format::Heif;
        default:
            return {};
    }
}

NotRead reasonOf(vision::Fault fault) {
    switch (fault) {
        case vision::Fault::CutOff:
            return NotRead::CutOff;
        case vision::Fault::TooLarge:
            return NotRead::TooLarge;
        case vision::Fault::Memory:
            return NotRead::Memory;
        case vision::Fault::Unsupported:
            return NotRead::Heic;
        case vision::Fault::Damaged:
            break;
    }
    return NotRead::Damaged;
}

Reading refused(const vision::Refusal& refusal) {
    Reading answer;
    answer.width = std::max(0, refusal.size.width());
    answer.height = std::max(0, refusal.size.height());
    answer.notRead = reasonOf(refusal.fault);
    answer.detail = refusal.detail;
    return answer;
}

Code toAnswer(const vision::Code& code, QPoint origin) {
    Code answer{code.format, code.text, code.charset, code.bytes, code.symbology, code.corners, code.pass};
    for (QPoint& corner : answer.corners)
        corner += origin;
    return answer;
}

/// The part of the pixels in which codes are looked for.
vision::GreyView partOf(vision::GreyView pixels, QRect box) {
    return {pixels.data + qsizetype{box.y()} * pixels.stride + box.x(), box.width(), box.height(),
            pixels.stride};
}

std::vector<Flaw> toAnswer(const std::vector<vision::Flaw>& seen) {
    std::vector<Flaw> flaws;
    for (const vision::Flaw flaw : seen)
        flaws.push_back(static_cast<Flaw>(flaw));
    return flaws;
}

/// Nothing of a picture that cannot be judged.
std::vector<Flaw> judged(vision::GreyView pixels) {
    const auto seen = vision::flawsOf(pixels);
    return seen ? toAnswer(*seen) : std::vector<Flaw>();
}

std::optional<Meter> measured(vision::GreyView pixels) {
    const auto quality = vision::qualityOf(pixels);
    if (!quality)
        return {};
    const auto flaws = vision::flawsOf(pixels, *quality);
    return Meter{std::min<double>(quality->edgeWidth, limits::pictureSide), quality->darkest,
                 quality->lightest, std::clamp(quality->glare, 0.0, 1.0),
                 flaws ? toAnswer(*flaws) : std::vector<Flaw>()};
}

void compare(const Request& request, ByteView bytes, vision::Format format,
             const std::function<void(const Reading&)>& tell) {
    const auto split = static_cast<std::size_t>(request.referenceBytes);
    const auto referenceFormat = formatOf(request.referenceType);
    Reading answer;
    if (!referenceFormat) {
        answer.notRead = NotRead::NotAPicture;
        return tell(answer);
    }
    const auto reference = vision::decode(bytes.first(split), *referenceFormat);
    if (!reference)
        return tell(refused(reference.error()));
    const auto suspect = vision::decode(bytes.subspan(split), format);
    if (!suspect)
        return tell(refused(suspect.error()));
    answer.width = suspect->width();
    answer.height = suspect->height();
    const auto seen = vision::compareLabels(*reference, *suspect);
    if (!seen)
        return tell(refused(seen.error()));
    Compared compared;
    compared.matches = seen->matches;
    compared.score = seen->score;
    compared.unseen = seen->unseen;
    compared.blurred = seen->blurred;
    compared.colourless = seen->colourless;
    compared.outline = seen->outline;
    for (const vision::Difference& difference : seen->differences)
        if (compared.differences.size() < limits::differencesInPicture)
            compared.differences.push_back({static_cast<Compared::Difference::Kind>(difference.kind),
                                            difference.place, difference.amount});
    if (!seen->map.isNull()) {
        const auto genuine = vision::thumbnail(seen->reference, limits::shownSide),
                   aligned = vision::thumbnail(seen->aligned, limits::shownSide),
                   map = vision::pngOf(seen->map);
        for (const auto* picture : {&genuine, &aligned, &map})
            if (!*picture)
                return tell(refused(picture->error()));
        compared.reference = *genuine;
        compared.aligned = *aligned;
        compared.map = *map;
    }
    answer.compared = std::move(compared);
    tell(answer);
}

/// `answer` holds what is known of the picture by now.
void readCodes(vision::GreyView pixels, const Request& request, vision::Moment until, Reading answer,
               const std::function<void(const Reading&)>& tell) {
    const QRect whole(0, 0, pixels.width, pixels.height);
    const QRect box = request.box.isNull() ? whole : request.box & whole;
    if (box.isEmpty())
        return;
    const vision::GreyView part = partOf(pixels, box);
    const bool isLive = request.plan == PlanName::Live;
    if (isLive)
        until = std::min(until, std::chrono::steady_clock::now() + std::chrono::milliseconds(liveMs));
    std::optional<std::vector<Flaw>> flaws;
    const auto learn = [&](const vision::Sighting& sighting) {
        answer.passes = sighting.passes;
        answer.codes.clear();
        for (const vision::Code& code : sighting.codes)
            answer.codes.push_back(toAnswer(code, box.topLeft()));
        // Within the time, and early, so that it is known even where a later pass does not end.
        if (isLive && !answer.meter)
            answer.meter = measured(part);
        else if (!isLive && answer.codes.empty() && !flaws)
            flaws = judged(part);
        answer.flaws = answer.codes.empty() && flaws ? *flaws : std::vector<Flaw>();
        tell(answer);
    };
    const auto isWorthMore = [&](const vision::Sighting& sighting) {
        // What is not sharp is read now and then all the same, if its modules are large.
        constexpr int soonMs = 40;
        const bool isBlurred = answer.meter && std::ranges::count(answer.meter->flaws, Flaw::Blurred) > 0;
        return !answer.codes.empty() || !isBlurred || sighting.ms < soonMs;
    };
    vision::Plan plan{request.plan == PlanName::Cautious ? vision::cautiousPasses() : vision::everyPass(),
                      until};
    if (isLive)
        plan.goesOn = isWorthMore;
    if (const auto seen = vision::readCodes(part, plan, learn); !seen) {
        vision::Refusal refusal = seen.error();
        refusal.size = {pixels.width, pixels.height};
        tell(refused(refusal));
    }
}

/// To the thousandth of a pixel in which it is recorded, so that whoever repeats it gets the same.
vision::LabelCorners rounded(vision::LabelCorners corners) {
    for (QPointF& corner : corners)
        corner = {std::round(corner.x() * 1000) / 1000, std::round(corner.y() * 1000) / 1000};
    return corners;
}

/// By the places of codes that a quick look reads.
vision::Seen<std::optional<vision::LabelCorners>> labelOf(const QImage& picture, vision::Moment until) {
    const auto grey = vision::greyOf(picture);
    if (!grey)
        return tl::unexpected(grey.error());
    const auto seen = vision::readCodes(grey->view(), {vision::cautiousPasses(), until});
    if (!seen)
        return tl::unexpected(seen.error());
    std::vector<vision::Corners> codes;
    for (const vision::Code& code : seen->codes)
        codes.push_back(code.corners);
    return vision::labelIn(picture, codes);
}

void scanLabel(const Request& request, ByteView bytes, vision::Format format, vision::Moment until,
               const std::function<void(const Reading&)>& tell) {
    const auto picture = vision::decode(bytes, format);
    if (!picture)
        return tell(refused(picture.error()));
    Reading answer;
    answer.width = picture->width();
    answer.height = picture->height();
    answer.passes = {QStringLiteral("label")};  // an answer without a pass is one that took too long
    std::optional<vision::LabelCorners> corners = request.label->corners;
    if (!corners) {
        const auto found = labelOf(*picture, until);
        if (!found)
            return tell(refused(found.error()));
        corners = *found;
    }
    answer.label.emplace();
    if (!corners)
        return tell(answer);
    corners = rounded(*corners);
    const auto scan = vision::rectified(*picture, *corners, request.label->evened);
    if (!scan)
        return tell(refused(scan.error()));
    const auto encoded = request.thumbnailSide > 0 ? vision::thumbnail(scan->picture, request.thumbnailSide)
                                                   : vision::pngOf(scan->picture);
    if (!encoded)
        return tell(refused(encoded.error()));
    answer.label = Labelled{corners, scan->picture.size(), scan->evened, {}};
    (request.thumbnailSide > 0 ? answer.thumbnail : answer.label->picture) = *encoded;
    tell(answer);
}

}  // namespace

void look(const Request& request, ByteView bytes, const std::function<void(const Reading&)>& tell) {
    const vision::Moment until = std::chrono::steady_clock::now() + std::chrono::milliseconds(request.maxMs);
    if (!request.frame.isEmpty()) {
        Reading answer;
        answer.width = request.frame.width();
        answer.height = request.frame.height();
        return readCodes({bytes.data(), answer.width, answer.height, answer.width}, request, until,
                         std::move(answer), tell);
    }
    const auto format = formatOf(request.type);
    if (!format) {
        Reading answer;
        answer.notRead = NotRead::NotAPicture;
        tell(answer);
        return;
    }
    if (request.plan == PlanName::Compare)
        return compare(request, bytes, *format, tell);
    if (request.plan == PlanName::Label && request.label)
        return scanLabel(request, bytes, *format, until, tell);
    auto opened = vision::open(bytes, *format, request.thumbnailSide);
    if (!opened) {
        tell(refused(opened.error()));
        return;
    }
    const vision::GreyView pixels = opened->grey.view();
    Reading answer;
    answer.width = pixels.width;
    answer.height = pixels.height;
    answer.thumbnail = std::move(opened->thumbnail);
    tell(answer);
    if (request.plan != PlanName::NoCodes)
        readCodes(pixels, request, until, std::move(answer), tell);
}

}  // namespace chayan::eye
