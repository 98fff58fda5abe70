// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/status/RunLogWriter.h"

#include "widgets/text/FigureText.h"
#include "widgets/window/common/EachStudy.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QLocale>
#include <QStringList>
#include <QVariantMap>
#include <QWidget>

namespace reweigh {

void notifyDesktop(const QString& title, const QString& text)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
                                       QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    const QString id = QStringLiteral("io.github.reweigh.Reweigh");
    // The arguments of "Notify" in version 1.2 of the specification: name, replaced id, icon, summary, body, actions, hints, time.
    call.setArguments(
        {QStringLiteral("Reweigh"), 0u, id, title, text, QStringList(), QVariantMap{{QStringLiteral("desktop-entry"), id}}, -1});
    bus.asyncCall(call);
}

RunLogWriter::RunLogWriter(Workbench& bench, QWidget& window)
    : QObject(&window)
    , m_bench(bench)
    , m_window(window)
{
    eachStudy(bench, this, [this](OpenStudy& study) {
        connect(&study, &OpenStudy::epochsChanged, this, [this, &study](const RunKey& key) { begun(study, key); });
        connect(&study, &OpenStudy::finished, this, [this, &study](bool comparison) { ended(study, comparison); });
        connect(&study, &QObject::destroyed, this, [this, gone = &study] { m_devices.erase(gone); });
    });
}

void RunLogWriter::begun(OpenStudy& study, const RunKey& key)
{
    const auto trained = study.runEpochs(key);
    if (!trained || !trained->started)
        return;
    const RunStarted& run = *trained->started;
    if (!run.setAside.empty() && m_setAside.insert(run.setAside).second) {
        const QString words = run.renewed
                                  ? tr("%1: a training began anew, for its checkpoint was damaged (%2). The damaged file is kept as %3.")
                                  : tr("%1: a training went on from the checkpoint before its newest, which was damaged (%2). The damaged "
                                       "file is kept as %3.");
        study.tell({.text = words.arg(study.title(), QString::fromStdString(run.damage), QString::fromStdString(run.setAside))});
    }
    const QString device = QString::fromStdString(run.device), precision = QString::fromStdString(run.precision);
    const QString line =
        run.deviceReason.empty()
            ? tr("%1 trains on %2 in %3.").arg(study.title(), device, precision)
            : tr("%1 trains on %2 in %3: %4").arg(study.title(), device, precision, QString::fromStdString(run.deviceReason));
    if (std::exchange(m_devices[&study], line) != line)
        study.tell({.text = line});
}

void RunLogWriter::ended(OpenStudy& study, bool comparison)
{
    QString line;
    if (comparison) {
        line = tr("%1: the comparison is done.").arg(study.title());
    } else {
        const StudyTrial* best = study.snapshot()->best();
        line = best ? tr("%1: the search is done. Best so far: trial %2 with %3.")
                          .arg(study.title(), QLocale().toString(qlonglong(best->number)), shownFigure(*best->value, 4))
                    : tr("%1: the search is done.").arg(study.title());
    }
    study.tell({.text = line});
    if (!m_window.isActiveWindow())
        notifyDesktop(study.title(), line);
}

} // namespace reweigh
