#include "core/text/explain.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace chayan::text {

namespace {

struct Row {
    ErrorKind kind;
    const char* what;
    const char* advice;
};

constexpr Row rows[] = {
    {ErrorKind::BadUsage, QT_TRANSLATE_NOOP("error", "The command was not understood."),
     QT_TRANSLATE_NOOP("advice", "Read its help (--help) for the right form.")},
    {ErrorKind::BadInput, QT_TRANSLATE_NOOP("error", "This does not have the form that was expected."),
     QT_TRANSLATE_NOOP("advice", "Check the file or the value; the details say what was expected.")},
    {ErrorKind::UnknownField, QT_TRANSLATE_NOOP("error", "There is no field of this name."),
     QT_TRANSLATE_NOOP("advice", "Use one of the fields listed in the details.")},
    {ErrorKind::BadValue, QT_TRANSLATE_NOOP("error", "This value does not fit here."),
     QT_TRANSLATE_NOOP("advice", "Correct it; the details say what is accepted.")},
    {ErrorKind::NotFound, QT_TRANSLATE_NOOP("error", "It was not found."),
     QT_TRANSLATE_NOOP("advice", "Check the name and the place, then try again.")},
    {ErrorKind::Ambiguous, QT_TRANSLATE_NOOP("error", "More than one matches."),
     QT_TRANSLATE_NOOP("advice", "Give more characters, or choose one of those in the details.")},
    {ErrorKind::AlreadyExists, QT_TRANSLATE_NOOP("error", "It exists already; nothing was overwritten."),
     QT_TRANSLATE_NOOP("advice", "Choose another name, or move away what is there.")},
    {ErrorKind::NotAStore, QT_TRANSLATE_NOOP("error", "This folder holds no Chayan store."),
     QT_TRANSLATE_NOOP("advice", "Choose the right folder, or make a store with “chayanctl init”.")},
    {ErrorKind::NotEmpty, QT_TRANSLATE_NOOP("error", "It is not empty; what is there was left alone."),
     QT_TRANSLATE_NOOP("advice", "Choose an empty folder or a store without records.")},
    {ErrorKind::TooLarge, QT_TRANSLATE_NOOP("error", "It is larger than Chayan accepts."),
     QT_TRANSLATE_NOOP("advice", "Split it or choose a smaller one; the details name the limit.")},
    {ErrorKind::WrongPassphrase, QT_TRANSLATE_NOOP("error", "The passphrase is wrong."),
     QT_TRANSLATE_NOOP("advice",
                       "Type it again; mind upper and lower case and the input method. Nobody can recover a "
                       "forgotten one: another admitted officer goes on, or a new one takes over "
                       "(“officer new --take-over”).")},
    {ErrorKind::PassphraseNeeded,
     QT_TRANSLATE_NOOP("error", "The officer's key is locked; its passphrase is needed."),
     QT_TRANSLATE_NOOP("advice",
                       "Type the passphrase, or name a file that holds it with --passphrase-file.")},
    {ErrorKind::OfficerNeeded,
     QT_TRANSLATE_NOOP("error", "Several officers have keys here, and none was chosen."),
     QT_TRANSLATE_NOOP("advice", "Say who is at work (--officer).")},
    {ErrorKind::NotAdmitted, QT_TRANSLATE_NOOP("error", "This officer may not write here."),
     QT_TRANSLATE_NOOP("advice", "Let an officer who may write here admit this one (“officer admit”).")},
    {ErrorKind::NotACertificate,
     QT_TRANSLATE_NOOP("error", "This is not a certificate that can be used here."),
     QT_TRANSLATE_NOOP("advice", "Ask the officer for the certificate file (PEM, key P-256).")},
    {ErrorKind::Locked, QT_TRANSLATE_NOOP("error", "The store is locked."),
     QT_TRANSLATE_NOOP("advice", "Unlock it with your passphrase.")},
    {ErrorKind::NotFinished, QT_TRANSLATE_NOOP("error", "An earlier step is not finished."),
     QT_TRANSLATE_NOOP("advice", "Finish the step named in the details first.")},
    {ErrorKind::Unsupported, QT_TRANSLATE_NOOP("error", "This kind is not supported."),
     QT_TRANSLATE_NOOP("advice", "Use a supported kind; the details name what was met.")},
    {ErrorKind::NothingFound, QT_TRANSLATE_NOOP("error", "Nothing was found."),
     QT_TRANSLATE_NOOP("advice", "Try fewer or other words.")},
    {ErrorKind::NotABundle, QT_TRANSLATE_NOOP("error", "This file is not an evidence bundle."),
     QT_TRANSLATE_NOOP("advice", "Ask the sender for the whole bundle file, as it was exported.")},
    {ErrorKind::InvalidBundle,
     QT_TRANSLATE_NOOP("error", "This bundle does not verify. Nothing was taken from it."),
     QT_TRANSLATE_NOOP("advice",
                       "Do not rely on it. Keep the file unchanged and ask the sender to export it again.")},
    {ErrorKind::Untrusted,
     QT_TRANSLATE_NOOP("error", "The bundle is intact, but a key behind it is not known here."),
     QT_TRANSLATE_NOOP(
         "advice",
         "Compare the fingerprint with its officer in person or by phone, then trust the certificate.")},
    {ErrorKind::KeyCompromised,
     QT_TRANSLATE_NOOP("error",
                       "The bundle is intact, but a key behind it was declared to be in wrong hands."),
     QT_TRANSLATE_NOOP(
         "advice",
         "Do not trust that key again. Ask its office what was signed before it was lost; receipts "
         "that came home prove what existed when.")},
    {ErrorKind::Forked, QT_TRANSLATE_NOOP("error", "One log exists in two different versions."),
     QT_TRANSLATE_NOOP("advice", "Keep both, and ask the office whether a laptop was copied or restored.")},
    {ErrorKind::Damaged, QT_TRANSLATE_NOOP("error", "What is stored here is damaged; it was left as it is."),
     QT_TRANSLATE_NOOP("advice", "Run “chayanctl check” to see what is affected, then restore a backup.")},
    {ErrorKind::UnsafePath, QT_TRANSLATE_NOOP("error", "A name inside it leads out of its own folder."),
     QT_TRANSLATE_NOOP("advice", "Do not unpack it. Ask the sender for another one.")},
    {ErrorKind::NotComparable, QT_TRANSLATE_NOOP("error", "The genuine label was not found in this picture."),
     QT_TRANSLATE_NOOP("advice", "Photograph the same side of the label, sharp, whole and from the front.")},
    {ErrorKind::Io, QT_TRANSLATE_NOOP("error", "Reading or writing failed."),
     QT_TRANSLATE_NOOP("advice", "Check the drive and its connection, then try again.")},
    {ErrorKind::DiskFull, QT_TRANSLATE_NOOP("error", "The disk is full."),
     QT_TRANSLATE_NOOP("advice", "Make room or choose another drive, then try again.")},
    {ErrorKind::NoPermission, QT_TRANSLATE_NOOP("error", "You have no permission for this."),
     QT_TRANSLATE_NOOP("advice", "Ask for access, or choose another place.")},
    {ErrorKind::Busy, QT_TRANSLATE_NOOP("error", "Another program is at work in this store."),
     QT_TRANSLATE_NOOP("advice",
                       "Close the other Chayan, then try again. Looking things up works meanwhile.")},
    {ErrorKind::ReadOnly, QT_TRANSLATE_NOOP("error", "This place can be read, not written."),
     QT_TRANSLATE_NOOP("advice", "Choose a place that can be written to.")},
    {ErrorKind::NewerVersion, QT_TRANSLATE_NOOP("error", "A newer version of Chayan wrote this."),
     QT_TRANSLATE_NOOP("advice", "Update Chayan to change it; until then it can only be read.")},
    {ErrorKind::WorkerFailed, QT_TRANSLATE_NOOP("error", "The picture could not be read safely."),
     QT_TRANSLATE_NOOP("advice", "The file itself is unchanged. Take the picture again if you still can.")},
    {ErrorKind::Cancelled, QT_TRANSLATE_NOOP("error", "It was cancelled before it was done."),
     QT_TRANSLATE_NOOP("advice", "Start it again when you are ready.")},
    {ErrorKind::Internal, QT_TRANSLATE_NOOP("error", "Something in Chayan itself went wrong."),
     QT_TRANSLATE_NOOP("advice", "Please report it with the details. What was saved before is still there.")},
};

/// Of NothingFound: there are no other words to try.
constexpr Row noLabel{
    ErrorKind::NothingFound,
    QT_TRANSLATE_NOOP("error", "No label with straight sides was found in this picture."),
    QT_TRANSLATE_NOOP("advice",
                      "Say where its four corners are, or photograph all of it with some space around.")};

/// Of BadValue: what was given lies beside the picture.
constexpr Row cornerOutside{
    ErrorKind::BadValue, QT_TRANSLATE_NOOP("error", "A corner lies outside the picture."),
    QT_TRANSLATE_NOOP("advice", "Give corners within the picture's pixels, counted from its upper left.")};

/// Of BadInput: the words are those that a list of pictures has (reasons_picture.cpp).
constexpr Row cutOff{
    ErrorKind::BadInput, QT_TRANSLATE_NOOP("error", "The picture ends too early; a part of it is missing."),
    QT_TRANSLATE_NOOP("advice", "Ask for the file once more, or take the picture again if you still can.")};
constexpr Row spoilt{
    ErrorKind::BadInput, QT_TRANSLATE_NOOP("error", "The picture is damaged and cannot be decoded."),
    QT_TRANSLATE_NOOP("advice", "Ask for the file once more, or take the picture again if you still can.")};

constexpr std::pair<QStringView, const Row*> reasons[] = {{u"no_label", &noLabel},
                                                          {u"corner_outside", &cornerOutside},
                                                          {u"cut_off", &cutOff},
                                                          {u"damaged", &spoilt}};

}  // namespace

Explained explain(const Error& error, const Texts& texts) {
    const Row* row =
        std::find_if(std::begin(rows), std::end(rows), [&](const Row& r) { return r.kind == error.kind; });
    for (const auto& [reason, own] : reasons)
        if (error.reason == reason && error.kind == own->kind)
            row = own;
    if (row == std::end(rows))
        return {name(error.kind), {}};
    QString what = texts.say("error", row->what);
    if (!error.thing.isEmpty())
        what = texts.say("error", QT_TRANSLATE_NOOP("error", "%1: %2"), {error.thing, what});
    return {what, texts.say("advice", row->advice)};
}

}  // namespace chayan::text
