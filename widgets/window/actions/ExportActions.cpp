// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/ExportActions.h"

#include "core/storage/StudyFolder.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/plots/FigureMenu.h"
#include "widgets/text/ErrorText.h"
#include "widgets/window/common/Actions.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/common/EachStudy.h"
#include "widgets/window/dialogs/ArchitecturesDialog.h"

#include <QDir>
#include <QFileDialog>
#include <QThreadPool>

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
    , m_writing([this](const std::pair<Status, QString>& done) { tell(done.first, done.second); })
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
    connect(dialog, &QDialog::accepted, this, [this, dialog, snapshot = m_bench.current().snapshot()] {
        m_writing.request([snapshot, count = dialog->count(), file = dialog->file()] {
            return std::pair(writeArchitectures(*snapshot, count, file.toStdString()), file);
        });
    });
    dialog->open();
}

void ExportActions::askView(Panel* panel)
{
    auto* dialog = new QFileDialog(&m_window, tr("Export %1").arg(panel->title()));
    dialog->setObjectName(QStringLiteral("exportViewDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(studyFolder(m_bench.current()));
    dialog->setNameFilters({tr("Picture (*.png)"), tr("Vector graphics (*.svg)"), tr("Document (*.pdf)"), tr("Data (*.csv)")});
    dialog->selectFile(panel->id() + QStringLiteral(".png"));
    const auto ending = [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.section(QLatin1Char('.'), -1).chopped(1)); };
    ending(dialog->selectedNameFilter());
    connect(dialog, &QFileDialog::filterSelected, dialog, ending);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, wanted = Wanted{&m_bench.current(), m_bench.current().title(), false, panel}](const QString& file) mutable {
                wanted.target = file;
                if (wanted.view && wanted.study == &m_bench.current())
                    tell(exportFigure(*wanted.view, *wanted.study, file.toStdString()), file);
                else
                    want(wanted);
            });
    dialog->open();
}

void ExportActions::askFigures()
{
    auto* dialog = new QFileDialog(&m_window, tr("Export all figures into a folder"));
    dialog->setObjectName(QStringLiteral("exportFiguresDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(studyFolder(m_bench.current()));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, wanted = Wanted{&m_bench.current(), m_bench.current().title()}](const QString& folder) mutable {
                wanted.target = folder;
                want(wanted);
            });
    dialog->open();
}

/// Exports `wanted` as soon as it is drawn.
void ExportActions::want(Wanted wanted)
{
    m_wanted.push_back(std::move(wanted));
    if (m_wanted.size() > 1)
        return;
    m_quiet = -1;
    m_timer.start(40);
    look();
}

/// Looks whether the first of the wanted figures can be written.
void ExportActions::look()
{
    const Wanted& next = m_wanted.front();
    if (!next.study) {
        m_bench.log().add({.severity = Severity::Warning, .text = tr("%1 was closed before its figures were written.").arg(next.title)});
        return finish();
    }
    if (next.study != &m_bench.current()) {
        m_back = &m_bench.current();
        m_bench.setCurrent(*next.study);
        m_quiet = -1;
    }
    if (m_quiet < 0) {
        for (Panel* panel : m_panels) // panels behind others were not refreshed since the study changed
            panel->bringUpToDate();
        m_quiet = 0;
        return;
    }
    // Panels compute off this thread and draw when the result is there: wait until no work is left for some event loop turns.
    m_quiet = QThreadPool::globalInstance()->activeThreadCount() == 0 ? m_quiet + 1 : 0;
    if (m_quiet < 5)
        return;
    const std::filesystem::path target = next.target.toStdString();
    if (next.all) {
        const auto written = exportAllFigures(m_panels, *next.study, target);
        tell(written ? Status() : Status(written.error()), next.target);
    } else if (next.view) {
        tell(exportFigure(*next.view, *next.study, target), next.target);
    }
    finish();
}

/// Drops the first of the wanted figures and brings the user's study back into view.
void ExportActions::finish()
{
    m_wanted.pop_front();
    m_quiet = -1;
    if (m_wanted.empty())
        m_timer.stop();
    if (m_back)
        m_bench.setCurrent(*m_back);
    m_back.clear();
}

void ExportActions::tell(const Status& written, const QString& what)
{
    if (written)
        m_bench.log().info(tr("Written: %1").arg(what));
    else
        m_bench.log().problem(errorText(written.error()));
}

} // namespace reweigh
