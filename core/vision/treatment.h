#pragma once

namespace chayan::vision {

/// Who decides what is black.
enum class Threshold {
    /// ZXing, from what is around.
    Local,
    /// ZXing, once for all.
    Global,
    /// The mean of a window of ours.
    Window,
};

/// What is done to the pixels before they are looked at, in this order.
struct Treatment {
    /// Pixels for each of the picture's.
    double scale = 1;
    /// Degrees that a whole picture is turned by.
    double turn = 0;
    /// A box of bars is averaged along the bars into this many rows; 0 leaves its height alone. Takes noise
    /// away and makes the look many times cheaper.
    int rows = 0;
    /// Standard deviation of a Gaussian, in pixels after scaling.
    double smooth = 0;
    /// Contrast-limited histogram equalisation.
    bool evenLight = false;
    /// Unsharp mask: how much of the difference to a blurred copy is added, and how wide the blur is in
    /// pixels after scaling.
    double sharpen = 0;
    double sharpenWidth = 2;
    bool invert = false;
    Threshold threshold = Threshold::Local;
};

}  // namespace chayan::vision
