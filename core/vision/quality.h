#pragma once

#include "core/vision/picture.h"
#include "core/vision/smear.h"

#include <cstdint>
#include <vector>

namespace chayan::vision {

/// What of a photograph makes print and codes in it hard to read, as an officer can mend it on the spot.
enum class Flaw : std::uint8_t {
    /// Out of focus, or moved.
    Blurred,
    Dark,
    /// Too much light: what is dark has become light too.
    Washed,
    /// A lamp or the sun shines back from it.
    Glare,
    /// The finest print is about as fine as the pixels: taken from too far.
    Small,
};

/// What the pixels alone say of a photograph.
struct Quality {
    /// Pixels in which the sharpest edges go from a tenth to nine tenths of their way (ISO 12233, edge rise);
    /// 0 where there are too few edges to say.
    double edgeWidth = 0;
    /// Pixels between one edge and the next in the finest print or bars; 0 where nothing looks like either.
    double stroke = 0;
    /// How much of the contrast of print and bars is left where they are finest, 0 to 1.
    double depth = 0;
    /// Grey levels, 0 to 255, that a two-hundredth of the pixels is below, and above.
    int darkest = 0;
    int lightest = 255;
    /// Standard deviation of the sensor's noise in grey levels.
    double noise = 0;
    /// Share of the picture, 0 to 1, in which a light is mirrored.
    double glare = 0;
    /// Grey levels between print and ground where they are farthest apart, however little is printed.
    double print = 0;
    /// Where a photograph is cut off at white: the share of it, 0 to 1, and how deep, in parts of black,
    /// strokes still go on what is cut off; 0 of a drawing, whose paper is white by itself.
    double burnt = 0;
    double burntDepth = 0;
    /// Pixels of the longer side of the place in which all print lies, where it is fine and nothing else is
    /// seen; 0 where that is not so.
    double speck = 0;
    /// How edges rise along the direction in which they rise most slowly, and across it (smear.h).
    Smear smear;

    /// In the order of Flaw; Small on the word of the finest print alone, be it cloth.
    std::vector<Flaw> flaws() const;
    /// The label is so small that nothing can be made out on it.
    bool isSpeck() const;
};

/// Looks at one line in several of a large picture, across and down: 15 to 45 ms at 12 megapixels, and
/// more in heavy noise.
Seen<Quality> qualityOf(GreyView view);

/// The flaws of a picture on which no code was found, in the order of Flaw: Small only where something looks
/// like a code, since a picture of fine cloth is no worse for it.
Seen<std::vector<Flaw>> flawsOf(GreyView view);
/// The same for one whose quality is known.
Seen<std::vector<Flaw>> flawsOf(GreyView view, const Quality& quality);

}  // namespace chayan::vision
