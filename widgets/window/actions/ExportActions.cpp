// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/ExportActions.h"

#include "core/base/FileIo.h"
#include "core/storage/StudyFolder.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/plots/FigureMenu.h"
#include "widgets/state/LogOutcome.h"
#include "widgets/window/common/Actions.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/common/EachStudy.h"
#include "widgets/window/dialogs/ArchitecturesDialog.h"
#include "widgets/window/dialogs/FigureDialog.h"

#include <QDialog>
#include <QDir>
#include <QThreadPool>

#include <algorithm>

namespace reweigh {
namespace {

QString studyFolder(OpenStudy& study)
{
    return study.isNew() ? QDir::homePath() : QString::fromStdString(study.file().parent_path().string());
}

QString architecturesFile(OpenStudy& study)
{
    const StudyFolder place = study.isNew() ? StudyFolder::in(QDir::homePath().toStdString()) : StudyFolder::ofFile(study.file());
    return QString::fromStdString(place.bestArchitectures().string());
}

} // namespace

ExportActions::ExportActions(Workbench& bench, std::vector<Panel*> panels, QWidget& window)
    : QObject(&window)
    , m_bench(bench)
    , m_panels(std::move(panels))
    , m_window(window)
    , m_architectures(
          makeAction(this, QStringLiteral("export-architectures"), tr("Export best architectures…"), {QKeySequence(Qt::CTRL | Qt::Key_E)}))
    , m_figures(
          makeAction(this, QStringLiteral("export-figures"), tr("Export all figures…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}))
    , m_writing([this](const std::pair<Status, QString>& done) { tell(m_tellWritten, done.first, done.second); },
                [this](const Error& error) { tell(m_tellWritten, error, {}); })
{
    bindIcon(*m_architectures, QStringLiteral("export"));
    connect(m_architectures, &QAction::triggered, this, &ExportActions::askArchitectures);
    connect(m_figures, &QAction::triggered, this, &ExportActions::askFigures);
    for (Panel* panel : m_panels) {
        connect(panel, &Panel::exportWanted, this, &ExportActions::askView);
        if (panel->hasFigure())
            new FigureMenu(*panel, bench); // owned by the panel
    }
    eachStudy(bench, this, [this](OpenStudy& study) { connect(&study, &OpenStudy::snapshotChanged, this, &ExportActions::follow); });
    connect(&bench, &Workbench::currentChanged, this, &ExportActions::follow);
    connect(&m_timer, &QTimer::timeout, this, &ExportActions::look);
    follow();
}

ExportActions::~ExportActions()
{
    if (!m_frozen.empty())
        Theme::instance().setPaper(std::nullopt);
}

void ExportActions::follow()
{
    const auto snapshot = m_bench.current().snapshot();
    m_architectures->setEnabled(snapshot->facts && snapshot->best());
    m_architectures->setToolTip(m_architectures->isEnabled() ? tr("Write the best architectures as JSON, to train them again elsewhere")
                                                             : tr("Needs a complete trial of a study of Reweigh"));
}

void ExportActions::askArchitectures()
{
    auto* dialog = new ArchitecturesDialog(architecturesFile(m_bench.current()), &m_window);
    OpenStudy& study = m_bench.current();
    connect(dialog, &QDialog::accepted, this, [this, dialog, teller = study.teller(), snapshot = study.snapshot()] {
        m_tellWritten = teller;
        m_writing.request([snapshot, count = dialog->count(), file = dialog->file()] {
            return std::pair(writeArchitectures(*snapshot, count, file.toStdString()), file);
        });
    });
    dialog->open();
}

void ExportActions::askView(Panel* panel)
{
    auto* dialog = new FigureDialog(tr("Export %1").arg(panel->title()), panel->figureName(), studyFolder(m_bench.current()), &m_window);
    ask(*dialog, {&m_bench.current(), m_bench.current().title(), false, panel});
}

void ExportActions::askFigures()
{
    auto* dialog = new FigureDialog(tr("Export all figures into a folder"), {}, studyFolder(m_bench.current()), &m_window);
    ask(*dialog, {&m_bench.current(), m_bench.current().title()});
}

void ExportActions::ask(FigureDialog& dialog, const Wanted& wanted)
{
    connect(&dialog, &QDialog::accepted, this, [this, &dialog, wanted] {
        Wanted files = wanted;
        files.setup = dialog.setup();
        files.target = dialog.target();
        want(files);
    });
    connect(&dialog, &FigureDialog::previewWanted, this, [this, &dialog, wanted] {
        Wanted picture = wanted;
        picture.setup = dialog.setup();
        picture.dialog = &dialog;
        picture.preview = true;
        want(picture);
    });
    dialog.open();
}

/// Exports `wanted` as soon as it is drawn; a preview takes the place of an older one that waits for the same dialog.
void ExportActions::want(Wanted wanted)
{
    const auto older = std::ranges::find_if(
        m_wanted, [&](const Wanted& waits) { return wanted.preview && waits.preview && waits.dialog == wanted.dialog; });
    if (older != m_wanted.end()) {
        if (older == m_wanted.begin())
            m_quiet = -1;
        *older = std::move(wanted);
        return;
    }
    m_wanted.push_back(std::move(wanted));
    if (m_wanted.size() > 1)
        return;
    m_quiet = -1;
    m_timer.start(40);
    look();
}

/// Gives the views the look of paper, while the window keeps its picture.
void ExportActions::begin(double font)
{
    if (m_frozen.empty())
        for (QWidget* part : m_window.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
            if (part->updatesEnabled() && !qobject_cast<QDialog*>(part)) { // also the help and docks in windows of their own
                part->setUpdatesEnabled(false);
                m_frozen.emplace_back(part);
            }
    Theme::instance().setPaper(font);
    m_turns = 0;
}

/// Whether all views show what they will show: they compute off this thread and draw when the result is there, so no work must be left
/// for some event loop turns. A study that runs may never rest, and a view that never does must not keep the window waiting: after some
/// seconds figures are as they are.
bool ExportActions::isDrawn()
{
    constexpr int restTurns = 5, mostTurns = 125, mostTurnsOfIdle = 750;
    bool rests = QThreadPool::globalInstance()->activeThreadCount() == 0;
    const Panel* restless = nullptr;
    for (Panel* panel : m_panels) // those behind others do not refresh by themselves
        if (panel->bringUpToDate())
            restless = panel;
    rests = rests && !restless;
    m_quiet = rests ? m_quiet + 1 : 0;
    const bool working = m_bench.current().runner().state() != RunState::Idle;
    if (m_quiet >= restTurns)
        return true;
    if (++m_turns <= (working ? mostTurns : mostTurnsOfIdle))
        return false;
    if (!working)
        m_bench.current().tell({.severity = Severity::Warning,
                                .text = restless ? tr("%1 does not come to rest; its figure is as it was just now.").arg(restless->title())
                                                 : tr("Some views are still computed; their figures are as they were just now.")});
    return true;
}

/// Looks whether the first of the wanted figures can be written.
void ExportActions::look()
{
    const Wanted& next = m_wanted.front();
    if (next.preview && !next.dialog)
        return finish();
    if (!next.study) {
        if (!next.preview)
            m_bench.log().add(
                {.severity = Severity::Warning, .text = tr("%1 was closed before its figures were written.").arg(next.title)});
        return finish();
    }
    if (next.study != &m_bench.current()) {
        m_back = &m_bench.current();
        m_bench.setCurrent(*next.study);
        m_quiet = -1;
    }
    if (m_quiet < 0) {
        begin(next.setup.font);
        for (Panel* panel : m_panels) // panels behind others were not refreshed since the study changed
            panel->bringUpToDate();
        m_quiet = 0;
        return;
    }
    if (!isDrawn())
        return;
    write(next);
    finish();
}

void ExportActions::write(const Wanted& wanted)
{
    if (wanted.preview) {
        const auto shows = [](const Panel* one) { return one->hasFigure() && one->hasContent() && !one->isPale(); };
        Panel* panel = wanted.view && shows(wanted.view) ? wanted.view.data() : nullptr;
        for (const bool seen : {true, false}) // of all figures one that is in sight, if there is one
            for (Panel* one : m_panels)
                if (wanted.all && !panel && shows(one) && (one->isVisible() || !seen))
                    panel = one;
        wanted.dialog->showPreview(panel ? figurePreview(*panel, *wanted.study, wanted.setup, m_window.devicePixelRatioF()) : QImage());
        return;
    }
    const std::filesystem::path target = wanted.target.toStdString();
    if (wanted.all) {
        const auto written = exportAllFigures(m_panels, *wanted.study, target, wanted.setup);
        tell(wanted.study->teller(), written ? Status() : Status(written.error()), wanted.target);
    } else if (wanted.view && wanted.view->isPale()) {
        wanted.study->tell(
            {.severity = Severity::Warning,
             .text = tr("%1 was not written: the view shows what was before until its trial has an epoch.").arg(wanted.target)});
    } else if (wanted.view && !wanted.view->hasContent()) {
        wanted.study->tell(
            {.severity = Severity::Warning, .text = tr("%1 was not written: the view has nothing to show yet.").arg(wanted.target)});
    } else if (wanted.view) {
        const Status made = target.has_parent_path() ? makeFolder(target.parent_path()) : Status(); // as for all figures
        tell(wanted.study->teller(), made ? exportFigure(*wanted.view, *wanted.study, target, wanted.setup) : made, wanted.target);
    }
}

/// Drops the first of the wanted figures and brings the user's study back into view.
void ExportActions::finish()
{
    m_wanted.pop_front();
    m_quiet = -1;
    if (!m_wanted.empty() && m_wanted.front().study == &m_bench.current())
        return; // the look of paper stays
    if (m_back)
        m_bench.setCurrent(*m_back);
    m_back.clear();
    if (!m_wanted.empty())
        return;
    m_timer.stop();
    Theme::instance().setPaper(std::nullopt);
    for (const QPointer<QWidget>& part : m_frozen)
        if (part)
            part->setUpdatesEnabled(true);
    m_frozen.clear();
}

void ExportActions::tell(const LogTeller& teller, const Status& written, const QString& what)
{
    tellOutcome(teller, written, tr("Written: %1").arg(what), "export");
}

} // namespace reweigh
