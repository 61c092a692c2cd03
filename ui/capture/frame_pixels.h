#pragma once

#include "core/eye/pool.h"

#include <QImage>
#include <QVideoFrame>

namespace chayan::ui {

/// The pixels of a video frame, upright. They are computed here and not by QVideoFrame::toImage(), which may
/// want a graphics context that only the GUI thread can make. Any thread; null or empty where a frame's
/// format is none that cameras and decoders deliver.

/// Its brightness, which in most formats is there already.
eye::GreyFrame greyOf(const QVideoFrame& frame);
/// In colour, in its own size.
QImage pictureOf(const QVideoFrame& frame);

}  // namespace chayan::ui
