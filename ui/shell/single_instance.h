#pragma once

#include <QLocalServer>
#include <QStringList>

namespace chayan::ui {

/// One window for each user: a second start hands its files to the first and ends.
class SingleInstance : public QObject {
    Q_OBJECT
  public:
    /// `name` tells this user's windows from others'.
    explicit SingleInstance(const QString& name);

    /// True when a first one is there and took the files, within a second.
    bool handOver(const QStringList& files) const;
    /// Becomes the first.
    bool listen();

  Q_SIGNALS:
    /// A second start: come forward and open these.
    void asked(const QStringList& files);

  private:
    QString m_name;
    QLocalServer m_server;
};

}  // namespace chayan::ui
