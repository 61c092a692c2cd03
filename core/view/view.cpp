#include "core/view/view.h"

#include "core/view/parts.h"

namespace chayan::page {

struct IndexPage::Parts {
    Writer writer;
    std::size_t dossiers = 0;
    std::size_t originals = 0;  // of the current dossier
};

IndexPage::IndexPage(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
IndexPage::IndexPage(IndexPage&&) noexcept = default;
IndexPage& IndexPage::operator=(IndexPage&&) noexcept = default;
IndexPage::~IndexPage() = default;

IndexPage IndexPage::withoutCover(const BundleSummary& summary, Sink sink) {
    return IndexPage(std::make_unique<Parts>(Parts{Writer{summary, Html(std::move(sink)), Labels()}}));
}

Result<IndexPage> IndexPage::begin(const BundleSummary& summary, Sink sink) {
    IndexPage page = withoutCover(summary, std::move(sink));
    writeCover(page.m_parts->writer);
    CHAYAN_CHECK(page.m_parts->writer.html.status());
    return page;
}

Status IndexPage::cover(const BundleSummary& summary, Sink sink) {
    Writer writer{summary, Html(std::move(sink)), Labels()};
    writeCover(writer);
    return writer.html.flush();
}

Status IndexPage::add(const domain::Dossier& dossier) {
    CHAYAN_CHECK(beginDossier(dossier, static_cast<qint64>(dossier.history.size())));
    CHAYAN_CHECK(beginHistory(dossier));
    for (const domain::Event& event : dossier.history)
        CHAYAN_CHECK(addEvent(dossier, event));
    return endDossier();
}

Status IndexPage::beginDossier(const domain::Dossier& frame, qint64 entries) {
    m_parts->originals = 0;
    writeFrame(m_parts->writer, frame, ++m_parts->dossiers, entries);
    writeOriginals(m_parts->writer, frame, m_parts->originals);
    return m_parts->writer.html.status();
}

Status IndexPage::addPart(const domain::Dossier& part) {
    writeConflicts(m_parts->writer, part);
    writeOriginals(m_parts->writer, part, m_parts->originals);
    return m_parts->writer.html.status();
}

Status IndexPage::beginHistory(const domain::Dossier& frame) {
    writeSignatures(m_parts->writer, frame);
    page::beginHistory(m_parts->writer);
    return m_parts->writer.html.status();
}

Status IndexPage::addEvent(const domain::Dossier& frame, const domain::Event& event) {
    writeEvent(m_parts->writer, frame, event);
    return m_parts->writer.html.status();
}

Status IndexPage::endDossier() {
    page::endHistory(m_parts->writer);
    m_parts->writer.html.raw("</section>\n");
    return m_parts->writer.html.status();
}

Status IndexPage::end() {
    Html& html = m_parts->writer.html;
    html.raw("<footer>");
    m_parts->writer.say(Phrase::EndOfPage).raw("</footer>\n</body>\n</html>\n");
    return html.flush();
}

}  // namespace chayan::page
