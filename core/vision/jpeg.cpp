// The one file that knows libjpeg.
#include "core/vision/jpeg.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <jerror.h>
#include <jpeglib.h>
#include <new>

namespace chayan::vision {

namespace {

// NOLINTBEGIN(cert-err52-cpp): libjpeg's way of failing, which must not return to its caller.
struct Trouble {
    jpeg_error_mgr base;
    std::jmp_buf back;
    std::array<char, JMSG_LENGTH_MAX> message;
};

extern "C" {
[[noreturn]] static void giveUp(j_common_ptr info) {
    auto* trouble = reinterpret_cast<Trouble*>(info->err);
    trouble->base.format_message(info, trouble->message.data());
    std::longjmp(trouble->back, 1);
}
static void saySilently(j_common_ptr) {}
}

/// One file being decoded. After a member said false only `detail` is of use. Each member that calls libjpeg
/// keeps no object with a destructor, since longjmp would skip it.
class File {
  public:
    File() {
        m_info.err = jpeg_std_error(&m_trouble.base);
        m_trouble.base.error_exit = giveUp;
        m_trouble.base.output_message = saySilently;
        jpeg_create_decompress(&m_info);
    }
    ~File() { jpeg_destroy_decompress(&m_info); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    bool readHeader(ByteView bytes) {
        if (setjmp(m_trouble.back))
            return false;
        jpeg_mem_src(&m_info, bytes.data(), bytes.size());
        return jpeg_read_header(&m_info, TRUE) == JPEG_HEADER_OK;
    }
    bool hasLuma() const {
        return m_info.jpeg_color_space == JCS_YCbCr || m_info.jpeg_color_space == JCS_GRAYSCALE;
    }
    QSize size() const {
        return {static_cast<int>(m_info.image_width), static_cast<int>(m_info.image_height)};
    }

    bool start(J_COLOR_SPACE space, unsigned eighths) {
        if (setjmp(m_trouble.back))
            return false;
        m_info.out_color_space = space;
        m_info.scale_num = eighths;
        m_info.scale_denom = 8;
        return jpeg_start_decompress(&m_info);
    }
    QSize outputSize() const {
        return {static_cast<int>(m_info.output_width), static_cast<int>(m_info.output_height)};
    }

    bool readRows(std::uint8_t* pixels, std::size_t stride) {
        if (setjmp(m_trouble.back))
            return false;
        while (m_info.output_scanline < m_info.output_height) {
            JSAMPROW row = pixels + m_info.output_scanline * stride;
            if (jpeg_read_scanlines(&m_info, &row, 1) != 1)
                return false;
        }
        return true;
    }

    tl::unexpected<Refusal> refusal(QSize size) const {
        const bool memory = m_trouble.base.msg_code == JERR_OUT_OF_MEMORY;
        return tl::unexpected(Refusal{memory ? Fault::Memory : Fault::Damaged,
                                      QString::fromLatin1(m_trouble.message.data()), size});
    }

  private:
    jpeg_decompress_struct m_info{};
    Trouble m_trouble{};
};
// NOLINTEND(cert-err52-cpp)

}  // namespace

Seen<std::optional<GreyImage>> lumaOfJpeg(ByteView bytes) {
    File file;
    if (!file.readHeader(bytes))
        return file.refusal({});
    if (!file.hasLuma())
        return std::nullopt;
    if (!file.start(JCS_GRAYSCALE, 8))
        return file.refusal(file.size());
    const QSize size = file.outputSize();
    GreyImage grey{size.width(), size.height(),
                   std::vector<std::uint8_t>(static_cast<std::size_t>(size.width()) *
                                             static_cast<std::size_t>(size.height()))};
    if (!file.readRows(grey.pixels.data(), static_cast<std::size_t>(size.width())))
        return file.refusal(size);
    return grey;
}

Seen<std::optional<QImage>> smallJpeg(ByteView bytes, int side) {
    File file;
    if (!file.readHeader(bytes))
        return file.refusal({});
    if (!file.hasLuma())
        return std::nullopt;
    const int longer = std::max(file.size().width(), file.size().height());
    const int eighths = std::clamp((8 * side + longer - 1) / std::max(1, longer), 1, 8);
    if (!file.start(JCS_EXT_BGRX, static_cast<unsigned>(eighths)))
        return file.refusal(file.size());
    QImage small(file.outputSize(), QImage::Format_RGB32);
    if (small.isNull())
        throw std::bad_alloc();
    if (!file.readRows(small.bits(), static_cast<std::size_t>(small.bytesPerLine())))
        return file.refusal(file.size());
    return small;
}

}  // namespace chayan::vision
