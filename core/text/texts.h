#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>

namespace chayan::text {

/// The languages that people read Chayan in. Chinese is simplified, as its users' offices write it.
enum class Language { Chinese, English };

/// `zh_CN` or `en`, as the command line's --lang and the translations' files spell it.
QString code(Language language);
/// The inverse; also takes a system locale such as `zh_CN.UTF-8` or `zh-Hans-CN`. Every Chinese gives
/// Chinese, everything else English.
Language languageOf(QStringView locale);

/// What is said in one language, whatever language the application has installed, so that one process can
/// speak both (a bilingual dossier). A value: copies share the loaded texts. Needs no QCoreApplication; const
/// and usable on any thread.
class Texts {
  public:
    /// Not explicit, so that a Language stands wherever texts are asked for.
    Texts(Language language);

    Language language() const { return m_language; }

    /// The translation of `source` in `context`, with %1, %2 ... replaced by `args` (what they hold is never
    /// replaced again) and %n by `n` in its plural form. What has no translation is answered in the source's
    /// English.
    QString say(const char* context, const char* source, const QStringList& args = {}, int n = -1) const;

  private:
    Language m_language;
    std::shared_ptr<const QTranslator> m_translator;
};

/// Loads the texts of a language into a translator that the caller installs in its application, for tr() and
/// QCoreApplication::translate(). False when they are missing, which a build of this library cannot be.
bool load(QTranslator& translator, Language language);

}  // namespace chayan::text
