#include "core/view/view.h"

#include "core/view/parts.h"

namespace chayan::page {

struct IndexPage::Parts {
    Writer writer;
    std::size_t dossiers = 0;
};

IndexPage::IndexPage(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
IndexPage::IndexPage(IndexPage&&) noexcept = default;
IndexPage& IndexPage::operator=(IndexPage&&) noexcept = default;
IndexPage::~IndexPage() = default;

Result<IndexPage> IndexPage::begin(const BundleSummary& summary, Sink sink) {
    IndexPage page(std::make_unique<Parts>(Parts{Writer{summary, Html(std::move(sink)), Labels()}}));
    writeCover(page.m_parts->writer);
    CHAYAN_CHECK(page.m_parts->writer.html.status());
    return page;
}

Status IndexPage::add(const domain::Dossier& dossier) {
    writeDossier(m_parts->writer, dossier, ++m_parts->dossiers);
    return m_parts->writer.html.status();
}

Status IndexPage::end() {
    Html& html = m_parts->writer.html;
    html.raw("<footer>");
    m_parts->writer.say(Phrase::EndOfPage).raw("</footer>\n</body>\n</html>\n");
    return html.flush();
}

}  // namespace chayan::page
