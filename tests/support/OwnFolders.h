// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace reweigh::test {

/// Gives the test's process empty settings, and folders of its own for settings and data (studies, data sets) that go when it ends.
/// Several tests run at once, some twice (with and without a display), and one may fail half way: with Qt's test mode, whose folders
/// all share and nobody empties, each would find what another left or is changing. Called again, it empties the settings only.
inline void useOwnFolders()
{
    static const QTemporaryDir folder;
    if (!folder.isValid())
        qFatal("no folder for settings: %s", qPrintable(folder.errorString()));
    qputenv("XDG_CONFIG_HOME", folder.filePath(QStringLiteral("config")).toUtf8());
    qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toUtf8());
    for (const QSettings::Format format : {QSettings::NativeFormat, QSettings::IniFormat}) // Qt may have read the variables before
        QSettings::setPath(format, QSettings::UserScope, folder.filePath(QStringLiteral("config")));
    QCoreApplication::setOrganizationName(QStringLiteral("reweigh-test"));
    QCoreApplication::setApplicationName(QStringLiteral("reweigh-test"));
    QSettings().clear();
}

} // namespace reweigh::test
