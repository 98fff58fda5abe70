// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialFilterBar.h"

#include "widgets/theme/Theme.h"
#include "widgets/trials/TrialText.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLocale>
#include <QResizeEvent>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace reweigh {
namespace {

constexpr std::array chipStates = {TrialState::Complete, TrialState::Running, TrialState::Pruned, TrialState::Failed};
constexpr const char* chipNames[] = {"chipDone", "chipRunning", "chipPruned", "chipFailed"};
constexpr const char* chipWords[] = {"done", "running", "pruned", "failed"};

} // namespace

TrialFilterBar::TrialFilterBar(TrialTableModel& trials, QWidget* parent)
    : QWidget(parent)
    , m_trials(trials)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_buttons(new QHBoxLayout)
    , m_line(new TrialFilterLine(this))
    , m_tag(new QComboBox(this))
{
    setObjectName(QStringLiteral("trialFilter"));
    connect(m_line, &TrialFilterLine::edited, this, &TrialFilterBar::edited);

    m_buttons->setSpacing(Theme::instance().grid(0.5));
    for (std::size_t i = 0; i < chipStates.size(); ++i) {
        m_chips.push_back(
            {chipStates[i], makeChip(QLatin1String(chipNames[i]), tr("Show trials that are: %1").arg(stateWord(chipStates[i])))});
        m_buttons->addWidget(m_chips.back().button);
        connect(m_chips.back().button, &QToolButton::clicked, this, &TrialFilterBar::writeStates);
    }
    m_starred = makeChip(QStringLiteral("chipStarred"), tr("Show starred trials only"));
    m_starred->setText(QStringLiteral("★"));
    connect(m_starred, &QToolButton::clicked, this,
            [this](bool on) { write(TrialColumn::Star, on ? QStringList(QStringLiteral("yes")) : QStringList()); });
    m_buttons->addWidget(m_starred);
    m_tag->setObjectName(QStringLiteral("trialFilterTag"));
    m_tag->setAccessibleName(tr("Show trials with this tag only"));
    m_tag->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_tag->setMinimumContentsLength(5); // where the line needs the room
    m_tag->addItem(tr("any tag"));
    m_tag->hide();
    connect(m_tag, &QComboBox::activated, this,
            [this](int at) { write(TrialColumn::Tags, at > 0 ? QStringList(m_tag->itemText(at)) : QStringList()); });
    m_buttons->addWidget(m_tag);
    m_buttons->addStretch();

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::instance().grid(0.5));
    m_layout->addWidget(m_line, 1);
    m_layout->addLayout(m_buttons);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint); // it may become narrower than all parts side by side
}

QToolButton* TrialFilterBar::makeChip(const QString& name, const QString& help)
{
    auto* chip = new QToolButton(this);
    chip->setObjectName(name);
    chip->setCheckable(true);
    chip->setToolTip(help);
    chip->setAccessibleName(help);
    return chip;
}

void TrialFilterBar::apply(Selection& selection, const QString& line)
{
    m_line->setFields(queryFields(m_trials.snapshot(), m_trials.columns(), m_trials.allTags()));
    m_query = TrialQuery::parse(line, m_line->fields());
    if (m_query.problem() || m_query.empty())
        return selection.setLine(line, std::nullopt);
    Selection::Trials left;
    for (int row = 0; row < m_trials.rowCount(); ++row)
        if (m_query.accepts(m_trials, row))
            left.insert(left.end(), m_trials.trial(row).number);
    selection.setLine(line, std::move(left));
}

/// Writes what the buttons say into the line.
void TrialFilterBar::write(TrialColumn::Kind column, const QStringList& values)
{
    m_line->setText(withWanted(m_line->text(), m_line->fields(), column, values));
    Q_EMIT edited(m_line->text());
}

void TrialFilterBar::writeStates()
{
    QStringList words;
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        if (m_chips[i].button->isChecked())
            words << QLatin1String(chipWords[i]);
    write(TrialColumn::State, words);
}

/// Lets the buttons show what the line says.
void TrialFilterBar::followLine()
{
    std::vector<TrialState> states;
    for (const QString& word : m_query.wanted(TrialColumn::State))
        if (const auto state = stateFromWord(word))
            states.push_back(*state);
    for (const Chip& chip : m_chips)
        chip.button->setChecked(std::ranges::find(states, chip.state) != states.end());
    m_starred->setChecked(m_query.wanted(TrialColumn::Star) == QStringList(QStringLiteral("yes")));
    const QStringList tags = m_query.wanted(TrialColumn::Tags);
    m_tag->setCurrentIndex(tags.size() == 1 ? std::max(0, m_tag->findText(tags.front(), Qt::MatchFixedString)) : 0);
}

void TrialFilterBar::bringUpToDate(const Selection& selection)
{
    m_line->setFields(queryFields(m_trials.snapshot(), m_trials.columns(), m_trials.allTags()));
    m_line->setText(selection.line());
    m_query = TrialQuery::parse(selection.line(), m_line->fields());
    m_line->setProblem(m_query.problem());
    const StudySnapshot& study = m_trials.snapshot();
    for (const Chip& chip : m_chips) { // each counts what its term leaves
        const auto count = std::ranges::count_if(
            study.trials, [&](const auto& trial) { return trial->state == chip.state && !study.isInterrupted(*trial); });
        chip.button->setText(QStringLiteral("%1 %2").arg(stateMark(chip.state), QLocale().toString(qlonglong(count))));
    }
    updateTags();
    followLine();
    layOut();
}

void TrialFilterBar::updateTags()
{
    const QStringList tags = m_trials.allTags();
    QStringList known;
    for (int i = 1; i < m_tag->count(); ++i)
        known << m_tag->itemText(i);
    m_tag->setVisible(!tags.isEmpty());
    if (known == tags)
        return;
    m_tag->clear();
    m_tag->addItem(tr("any tag"));
    m_tag->addItems(tags);
}

QSize TrialFilterBar::minimumSizeHint() const
{
    return {std::max(m_line->minimumSizeHint().width(), m_buttons->minimumSize().width()), m_layout->minimumSize().height()};
}

/// One row if it leaves the line the room that it needs.
void TrialFilterBar::layOut()
{
    m_buttons->invalidate(); // a list of tags that comes or goes
    const int row = m_line->minimumSizeHint().width() + m_layout->spacing() + m_buttons->minimumSize().width();
    const QBoxLayout::Direction direction = width() < row ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction == m_layout->direction())
        return;
    m_layout->setDirection(direction);
    updateGeometry();
}

void TrialFilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace reweigh
