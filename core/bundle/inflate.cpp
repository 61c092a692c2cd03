#include "core/bundle/inflate.h"

#include <algorithm>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

class Inflater {
  public:
    Inflater() : m_ready(inflateInit2(&m_stream, -MAX_WBITS) == Z_OK) {}
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    bool ready() const { return m_ready; }
    z_stream& stream() { return m_stream; }

  private:
    z_stream m_stream{};
    bool m_ready;
};

}  // namespace

Status inflateRange(int fd, qint64 offset, qint64 packedSize, qint64 size, ReadBuffer& buffer,
                    const QString& thing, const std::function<Status(ByteView)>& take) {
    Inflater inflater;
    if (!inflater.ready())
        return fail(ErrorKind::Internal, thing, u"zlib does not start"_s);
    z_stream& stream = inflater.stream();
    const std::span<std::uint8_t> room = buffer.room(2 * blockBytes);
    const std::span<std::uint8_t> in = room.first(blockBytes);
    const std::span<std::uint8_t> out = room.subspan(blockBytes);
    qint64 given = 0;
    qint64 taken = 0;
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        if (stream.avail_in == 0) {
            const qint64 n = std::min(blockBytes, packedSize - taken);
            if (n == 0)
                return refuse(u"bad_compression"_s, thing, u"the deflate stream does not end"_s);
            CHAYAN_CHECK(preadAll(fd, offset + taken, in.first(static_cast<std::size_t>(n)), thing));
            taken += n;
            stream.next_in = in.data();
            stream.avail_in = static_cast<uInt>(n);
        }
        stream.next_out = out.data();
        stream.avail_out = static_cast<uInt>(out.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return refuse(u"bad_compression"_s, thing, u"not a deflate stream"_s);
        const std::size_t n = out.size() - stream.avail_out;
        given += static_cast<qint64>(n);
        if (given > size)
            return refuse(u"size_lie"_s, thing, u"more than the %1 bytes it claims"_s.arg(size));
        CHAYAN_CHECK(take(out.first(n)));
    }
    if (given != size)
        return refuse(u"size_lie"_s, thing, u"%1 bytes, not the %2 it claims"_s.arg(given).arg(size));
    const qint64 left = packedSize - taken + static_cast<qint64>(stream.avail_in);
    if (left != 0)
        return refuse(u"gap"_s, thing, u"%1 bytes hidden behind its compressed data"_s.arg(left));
    return {};
}

}  // namespace chayan::bundle
