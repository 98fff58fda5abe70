// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/WherePanel.h"

#include "widgets/compare/ComparedVariants.h"
#include "widgets/compare/CompareText.h"
#include "widgets/compare/FollowVariants.h"
#include "widgets/compare/SiblingStudies.h"
#include "widgets/compare/WhereMapView.h"
#include "widgets/theme/Theme.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace reweigh {

WherePanel::WherePanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("where"), tr("Where it helps"), bench, parent)
    , m_view(new WhereMapView)
    , m_note(new QLabel)
    , m_reader(std::make_shared<SiblingStudies>())
    , m_job([this](std::vector<WhereStudy> studies) {
        m_siblings = std::move(studies);
        scheduleRefresh();
    })
{
    m_note->setObjectName(QStringLiteral("where-note"));
    m_note->setWordWrap(true);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_view->scrolled(), 1);
    column->addWidget(m_note);
    setBody(body);
    connect(&bench, &Workbench::studiesChanged, this, &WherePanel::followAll);
}

void WherePanel::attach(OpenStudy& study)
{
    m_siblings.clear();
    m_job.cancel();
    followVariants(study, this, [this] { scheduleRefresh(); });
    followAll();
    connect(&study, &OpenStudy::titleChanged, this, &WherePanel::readSiblings); // another file
    connect(&study, &OpenStudy::finished, this, &WherePanel::readSiblings);     // others may have ended meanwhile
    readSiblings();
}

/// Every open study may fill a cell, not only the one in view.
void WherePanel::followAll()
{
    for (const auto& open : bench().studies())
        connect(open.get(), &OpenStudy::snapshotChanged, this, &WherePanel::scheduleRefresh, Qt::UniqueConnection);
    scheduleRefresh();
}

void WherePanel::readSiblings()
{
    const std::filesystem::path file = study().file();
    if (!file.empty())
        m_job.request([reader = m_reader, file] { return reader->read(file); });
}

std::vector<WhereStudy> WherePanel::openStudies() const
{
    std::vector<WhereStudy> studies;
    for (const auto& open : bench().studies()) {
        const ExperimentConfig config = comparedConfig(*open);
        studies.push_back({open->snapshot()->file, config.data, config.training.model,
                           variantDifferences(open->snapshot()->variants, searchedVariant, "fixed"),
                           verdictOf(open->snapshot()->variants, searchedVariant, "fixed")});
    }
    return studies;
}

void WherePanel::refresh()
{
    std::vector<WhereStudy> studies = openStudies(); // first: what is open is newer than its file
    studies.insert(studies.end(), m_siblings.begin(), m_siblings.end());
    const ExperimentConfig config = comparedConfig(study());
    m_view->setMap(whereMap(studies, config.data, config.training.model));
    if (m_view->map().cells.empty()) {
        showEmpty(tr("By how much the searched architecture beats the fixed one, by noise rate and imbalance factor, will be here: a cell for "
                     "every study that has a comparison."), bench().action(QStringLiteral("compare")));
        return;
    }
    setScope(tr("searched minus fixed, points · hatched: cannot tell, Holm over the map"));
    m_note->setText(note());
    m_note->setVisible(!m_note->text().isEmpty());
    showBody();
}

QString WherePanel::note() const
{
    const WhereMap& map = m_view->map();
    if (map.studies == 1)
        return tr("One study fills one cell: studies beside this one, at other noise rates and imbalance factors, fill the others.");
    return tr("%n studies of the same data set, kinds of shift and classifier", nullptr, map.studies);
}

void WherePanel::retheme()
{
    m_note->setFont(Theme::instance().scopeFont());
    QPalette dim = m_note->palette();
    dim.setColor(QPalette::WindowText, Theme::instance().colour(Role::Dim));
    m_note->setPalette(dim);
}

QString WherePanel::summary() const
{
    QStringList said;
    for (const WhereMap::Cell& cell : m_view->map().cells)
        said << tr("noise rate %1, imbalance factor %2: %3 points, n %4")
                    .arg(QLocale().toString(cell.rate), QLocale().toString(cell.factor), pointsInterval(cell.interval), QLocale().toString(cell.interval.n));
    return said.isEmpty() ? tr("No study has both variants yet.") : said.join(QStringLiteral("; "));
}

FigureTable WherePanel::table() const
{
    return m_view->map().table();
}

void WherePanel::paintFigure(QPainter& painter, const QRect& target)
{
    m_view->paint(painter, target);
}

} // namespace reweigh
