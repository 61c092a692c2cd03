#include "core/base/safe_file.h"
#include "core/crypto/cms.h"
#include "core/crypto/digest.h"
#include "core/crypto/seal.h"
#include "tests/support/programs.h"

#include <QtTest>

using namespace chayan;
using namespace chayan::crypto;
using namespace Qt::StringLiterals;

// The openssl command line is the independent judge.
class TestCrypto : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void digest();
    void keyAtRest();
    void certificates();
    void cmsAgreesWithOpenssl();
    void cmsRefusesEveryChangedByte();
    void twinCertificate();
    void sealing();
    void envelopes();

  private:
    int openssl(const QStringList& arguments, QByteArray* out = nullptr) {
        return test::run(u"openssl"_s, arguments, m_folder.path(), out);
    }
    void put(const QString& name, const QByteArray& bytes) {
        QVERIFY(writeFileDurably(m_folder.filePath(name), view(bytes)));
    }
    QTemporaryDir m_folder;
    const OfficerName m_name{u"张某甲"_s, u"川A-001"_s, u"成都市市场监督管理局"_s, u"510100"_s};
    const UtcMs m_now = 1795485600000;
};

void TestCrypto::digest() {
    // FIPS 180-4 example.
    QCOMPARE(sha256(view(QByteArray("abc"))).hex(),
             u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    Sha256 hash;
    hash.add(view(QByteArray("a")));
    hash.add(view(QByteArray("bc")));
    QCOMPARE(hash.finish(), sha256(view(QByteArray("abc"))));
    QCOMPARE(hash.finish(), sha256({}));
}

void TestCrypto::keyAtRest() {
    const OfficerKey key = OfficerKey::generate().value();
    const QByteArray pem = key.toEncryptedPem("口令 one").value();
    QVERIFY(pem.startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    QCOMPARE(OfficerKey::fromEncryptedPem(pem, "wrong").error().kind, ErrorKind::WrongPassphrase);
    QCOMPARE(OfficerKey::fromEncryptedPem(pem, "").error().kind, ErrorKind::WrongPassphrase);
    QCOMPARE(OfficerKey::fromEncryptedPem("junk", "x").error().kind, ErrorKind::BadInput);
    const OfficerKey again = OfficerKey::fromEncryptedPem(pem, "口令 one").value();
    const Certificate certificate = Certificate::selfSigned(key, m_name, m_now).value();
    const QByteArray message = "message";
    QVERIFY(certificate.verifies(view(message), again.sign(view(message)).value()));
    put(u"key.pem"_s, pem);
    put(u"pass"_s, "口令 one");
    QCOMPARE(
        openssl({u"pkey"_s, u"-in"_s, u"key.pem"_s, u"-passin"_s, u"file:pass"_s, u"-noout"_s, u"-check"_s}),
        0);
    QByteArray asn1;
    openssl({u"asn1parse"_s, u"-in"_s, u"key.pem"_s}, &asn1);
    QVERIFY(asn1.contains("scrypt") && asn1.contains("aes-256-cbc") && asn1.contains(":4000"));
}

void TestCrypto::certificates() {
    const OfficerKey key = OfficerKey::generate().value();
    const Certificate certificate = Certificate::selfSigned(key, m_name, m_now).value();
    QCOMPARE(certificate.officer(), m_name);
    QVERIFY(certificate.belongsTo(key));
    QVERIFY(!certificate.belongsTo(OfficerKey::generate().value()));
    QCOMPARE(Certificate::fromPem(certificate.pem()).value().fingerprint(), certificate.fingerprint());
    QCOMPARE(Certificate::fromDer(certificate.der()).value().fingerprint(), certificate.fingerprint());
    QCOMPARE(Certificate::fromDer(certificate.der() + '\0').error().kind, ErrorKind::NotACertificate);
    QCOMPARE(Certificate::fromPem(certificate.pem() + certificate.pem()).error().kind,
             ErrorKind::NotACertificate);
    put(u"c.pem"_s, certificate.pem());
    QByteArray out;
    QCOMPARE(openssl({u"x509"_s, u"-in"_s, u"c.pem"_s, u"-noout"_s, u"-fingerprint"_s, u"-sha256"_s}, &out),
             0);
    QVERIFY(out.toLower().replace(":", "").contains(certificate.fingerprint().hex().toLatin1()));
    put(u"r.pem"_s, certificateRequest(key, m_name).value());
    QCOMPARE(openssl({u"req"_s, u"-in"_s, u"r.pem"_s, u"-noout"_s, u"-verify"_s}), 0);
    QVERIFY(!certificate.issuedBy(certificate));  // an officer's certificate issues nothing
    // A key on another curve is no officer's.
    QCOMPARE(
        openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:secp384r1"_s,
                 u"-nodes"_s, u"-keyout"_s, u"k384"_s, u"-out"_s, u"c384"_s, u"-subj"_s, u"/CN=x"_s}),
        0);
    QCOMPARE(Certificate::fromPem(readFile(m_folder.filePath(u"c384"_s), 10000).value()).error().kind,
             ErrorKind::NotACertificate);
}

void TestCrypto::cmsAgreesWithOpenssl() {
    const OfficerKey key = OfficerKey::generate().value();
    const Certificate certificate = Certificate::selfSigned(key, m_name, m_now).value();
    const QByteArray content = "one\r\ntwo\n";
    const QByteArray signature = signDetached(view(content), key, certificate).value();
    QVERIFY(verifyDetached(signature, view(content), certificate));
    QVERIFY(!verifyDetached(signature, view(QByteArray("other")), certificate));
    put(u"s.p7s"_s, signature);
    put(u"content"_s, content);
    put(u"c.pem"_s, certificate.pem());
    const QStringList line{
        u"cms"_s,      u"-verify"_s,        u"-binary"_s,        u"-inform"_s, u"DER"_s,
        u"-in"_s,      u"s.p7s"_s,          u"-content"_s,       u"content"_s, u"-CAfile"_s,
        u"c.pem"_s,    u"-partial_chain"_s, u"-no_check_time"_s, u"-cades"_s,  u"-out"_s,
        u"/dev/null"_s};
    QCOMPARE(openssl(line), 0);
    put(u"content"_s, "one\ntwo\n");
    QVERIFY(openssl(line) != 0);
}

void TestCrypto::cmsRefusesEveryChangedByte() {
    const OfficerKey key = OfficerKey::generate().value();
    const Certificate certificate = Certificate::selfSigned(key, m_name, m_now).value();
    const QByteArray content = "content";
    const QByteArray signature = signDetached(view(content), key, certificate).value();
    QByteArray passed;
    for (qsizetype i = 0; i < signature.size(); ++i) {
        for (const int bit : {0, 5}) {
            QByteArray changed = signature;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            if (verifyDetached(changed, view(content), certificate))
                passed += QByteArray::number(i) + ' ';
        }
    }
    QCOMPARE(passed, QByteArray());
    QVERIFY(!verifyDetached(signature + 'x', view(content), certificate));
    QVERIFY(!verifyDetached(signature.chopped(1), view(content), certificate));
    QVERIFY(!verifyDetached({}, view(content), certificate));
}

void TestCrypto::twinCertificate() {
    const OfficerKey key = OfficerKey::generate().value();
    const Certificate one = Certificate::selfSigned(key, m_name, m_now).value();
    const Certificate twin = Certificate::selfSigned(key, m_name, m_now).value();
    QVERIFY(one.fingerprint() != twin.fingerprint());
    const QByteArray content = "content";
    QVERIFY(!verifyDetached(signDetached(view(content), key, one).value(), view(content), twin));
}

void TestCrypto::sealing() {
    const SealKey key = SealKey::random().value();
    const QByteArray plain = "线人某";
    const QByteArray context = "slot";
    const QByteArray sealed = seal(key, view(plain), view(context)).value();
    QCOMPARE(openSealed(key, sealed, view(context)).value(), plain);
    QVERIFY(sealed != seal(key, view(plain), view(context)).value());
    QCOMPARE(openSealed(key, sealed, view(QByteArray("other"))).error().kind, ErrorKind::Damaged);
    QVERIFY(!openSealed(SealKey::random().value(), sealed, view(context)));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        QVERIFY(!openSealed(key, changed, view(context)));
    }
    QCOMPARE(openSealed(key, seal(key, {}, {}).value(), {}).value(), QByteArray());
}

void TestCrypto::envelopes() {
    const OfficerKey key = OfficerKey::generate().value();
    const Certificate certificate = Certificate::selfSigned(key, m_name, m_now).value();
    const OfficerKey otherKey = OfficerKey::generate().value();
    const Certificate other = Certificate::selfSigned(otherKey, m_name, m_now).value();
    const SealKey secret = SealKey::random().value();
    const QByteArray der = envelope(secret, certificate).value();
    QCOMPARE(openEnvelope(der, key, certificate).value().bytes, secret.bytes);
    QVERIFY(!openEnvelope(der, otherKey, other));
    QVERIFY(!openEnvelope("junk", key, certificate));
    put(u"e.der"_s, der);
    put(u"k.pem"_s, key.toEncryptedPem("p").value());
    put(u"c.pem"_s, certificate.pem());
    QCOMPARE(openssl({u"cms"_s, u"-decrypt"_s, u"-inform"_s, u"DER"_s, u"-binary"_s, u"-in"_s, u"e.der"_s,
                      u"-inkey"_s, u"k.pem"_s, u"-passin"_s, u"pass:p"_s, u"-recip"_s, u"c.pem"_s, u"-out"_s,
                      u"out"_s}),
             0);
    QCOMPARE(readFile(m_folder.filePath(u"out"_s), 100).value(), secret.bytes);
}

QTEST_APPLESS_MAIN(TestCrypto)
#include "test_crypto.moc"
