#pragma once

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

/// Debian's Chromium without a window, as a phone with a screen of 390 x 844, driven by chromedriver (W3C
/// WebDriver: JSON over HTTP).
namespace chayan::test {

class Browser {
  public:
    /// Whether both programs are there.
    static bool isInstalled() {
        return !QStandardPaths::findExecutable(QStringLiteral("chromium")).isEmpty() &&
               !QStandardPaths::findExecutable(QStringLiteral("chromedriver")).isEmpty();
    }

    explicit Browser(const QStringList& more = {}) {
        m_driver.setProcessChannelMode(QProcess::MergedChannels);
        m_driver.start(QStringLiteral("chromedriver"), {QStringLiteral("--port=0")});
        const QRegularExpression started(QStringLiteral("successfully on port (\\d+)"));
        QByteArray said;
        while (!started.match(QString::fromUtf8(said)).hasMatch()) {
            if (!m_driver.waitForReadyRead(waitMs))
                qFatal("chromedriver does not start: %s", said.constData());
            said += m_driver.readAll();
        }
        m_base = QStringLiteral("http://127.0.0.1:") + started.match(QString::fromUtf8(said)).captured(1);
        QJsonArray arguments{QStringLiteral("--headless=new"), QStringLiteral("--disable-gpu"),
                             QStringLiteral("--disable-dev-shm-usage"), QStringLiteral("--no-first-run"),
                             QStringLiteral("--user-data-dir=") + m_profile.path()};
        if (::geteuid() == 0)
            arguments += QStringLiteral("--no-sandbox");  // root has none
        for (const QString& argument : more)
            arguments += argument;
        const QJsonObject screen{{QStringLiteral("width"), 390},
                                 {QStringLiteral("height"), 844},
                                 {QStringLiteral("pixelRatio"), 2},
                                 {QStringLiteral("touch"), true}};
        const QJsonObject chrome{
            {QStringLiteral("binary"), QStandardPaths::findExecutable(QStringLiteral("chromium"))},
            {QStringLiteral("args"), arguments},
            {QStringLiteral("mobileEmulation"),
             QJsonObject{{QStringLiteral("deviceMetrics"), screen},
                         {QStringLiteral("userAgent"),
                          QStringLiteral("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 "
                                         "(KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36")}}}};
        const QJsonObject always{{QStringLiteral("goog:chromeOptions"), chrome}};
        const QJsonObject answer =
            post(QStringLiteral("/session"),
                 {{QStringLiteral("capabilities"), QJsonObject{{QStringLiteral("alwaysMatch"), always}}}})
                .toObject();
        m_session = QStringLiteral("/session/") + answer[QStringLiteral("sessionId")].toString();
    }
    ~Browser() {
        request("DELETE", m_session, {});
        m_driver.terminate();
        if (!m_driver.waitForFinished(waitMs))
            m_driver.kill();
        m_driver.waitForFinished(waitMs);
    }

    void go(const QString& url) { post(m_session + QStringLiteral("/url"), {{QStringLiteral("url"), url}}); }
    QJsonValue run(const QString& script) {
        return post(m_session + QStringLiteral("/execute/sync"),
                    {{QStringLiteral("script"), script}, {QStringLiteral("args"), QJsonArray()}});
    }
    /// Chooses files of this machine in the page's first field for files, as a person would in its dialog.
    void choose(const QStringList& files) {
        const QJsonObject found = post(m_session + QStringLiteral("/element"),
                                       {{QStringLiteral("using"), QStringLiteral("css selector")},
                                        {QStringLiteral("value"), QStringLiteral("input[type=file]")}})
                                      .toObject();
        post(m_session + QStringLiteral("/element/") + found.begin().value().toString() +
                 QStringLiteral("/value"),
             {{QStringLiteral("text"), files.join(QChar(u'\n'))}});
    }
    void setDark(bool dark) {
        const QJsonObject feature{
            {QStringLiteral("name"), QStringLiteral("prefers-color-scheme")},
            {QStringLiteral("value"), dark ? QStringLiteral("dark") : QStringLiteral("light")}};
        command(QStringLiteral("Emulation.setEmulatedMedia"),
                {{QStringLiteral("features"), QJsonArray{feature}}});
    }
    /// What the screen shows, as PNG.
    QByteArray screenshot() {
        return QByteArray::fromBase64(request("GET", m_session + QStringLiteral("/screenshot"), {})
                                          .toObject()[QStringLiteral("value")]
                                          .toString()
                                          .toLatin1());
    }
    QJsonValue command(const QString& name, const QJsonObject& parameters) {
        return post(m_session + QStringLiteral("/goog/cdp/execute"),
                    {{QStringLiteral("cmd"), name}, {QStringLiteral("params"), parameters}});
    }

  private:
    QJsonValue post(const QString& path, const QJsonObject& body) {
        const QJsonObject answer = request("POST", path, body).toObject();
        if (!answer.contains(QStringLiteral("value")))
            qFatal("%s: no answer", qPrintable(path));
        const QJsonValue value = answer[QStringLiteral("value")];
        if (value.isObject() && value.toObject().contains(QStringLiteral("error")))
            qFatal("%s: %s", qPrintable(path), QJsonDocument(value.toObject()).toJson().constData());
        return value;
    }
    QJsonValue request(const QByteArray& method, const QString& path, const QJsonObject& body) {
        QNetworkRequest request(QUrl(m_base + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply* reply = m_network.sendCustomRequest(
            request, method, method == "POST" ? QJsonDocument(body).toJson() : QByteArray());
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QByteArray all = reply->readAll();
        if (all.isEmpty())
            qWarning("%s: %s", qPrintable(path), qPrintable(reply->errorString()));
        reply->deleteLater();
        return QJsonDocument::fromJson(all).object();
    }

    static constexpr int waitMs = 20'000;
    QTemporaryDir m_profile;
    QProcess m_driver;
    QNetworkAccessManager m_network;
    QString m_base;
    QString m_session;
};

}  // namespace chayan::test
