// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/desktop/ShowInFolder.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QFile>
#include <QStringList>
#include <QUrl>

namespace reweigh {
namespace {

constexpr int fileManagerMs = 10000; // one that is not running yet has to start first

QByteArray bytesOf(const std::filesystem::path& path)
{
    return QByteArray::fromStdString(path.string());
}

} // namespace

void showInFolder(const std::filesystem::path& file, const QDBusConnection& bus)
{
    if (file.empty())
        return;
    const auto openFolder = [folder = QFile::decodeName(bytesOf(file.parent_path()))] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    };
    if (!bus.isConnected())
        return openFolder();
    QDBusMessage call =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
                                       QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    // The address has the name's bytes, whatever they are as text.
    const QString address = QStringLiteral("file://") + QString::fromLatin1(bytesOf(file).toPercentEncoding("/"));
    call.setArguments({QStringList(address), QString()}); // the second: no startup notification
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(call, fileManagerMs), QCoreApplication::instance());
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, answer, [openFolder](QDBusPendingCallWatcher* ended) {
        if (ended->isError())
            openFolder();
        ended->deleteLater();
    });
}

} // namespace reweigh
