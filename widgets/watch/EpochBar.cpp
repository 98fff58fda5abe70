// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/EpochBar.h"

#include "widgets/theme/Theme.h"
#include "widgets/watch/EpochSlider.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace reweigh {
namespace {

/// A replay takes about this long, however many epochs there are.
constexpr int replayMs = 8000, slowestMs = 400, fastestMs = 40;

} // namespace

EpochBar::EpochBar(QWidget* parent)
    : QWidget(parent)
    , m_play(new QToolButton(this))
    , m_slider(new EpochSlider(this))
    , m_label(new QLabel(this))
{
    m_play->setObjectName(QStringLiteral("epochPlay"));
    m_play->setCheckable(true);
    m_play->setAutoRaise(true);
    m_slider->setObjectName(QStringLiteral("epochSlider"));
    m_slider->setAccessibleName(tr("Epoch"));
    m_label->setObjectName(QStringLiteral("epochLabel"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::instance().grid());
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_label);

    connect(m_play, &QToolButton::toggled, this, &EpochBar::play);
    connect(m_slider, &QSlider::valueChanged, this, [this](int epoch) {
        m_play->setChecked(false); // who moves it has taken over
        if (m_cursor) {
            m_cursor->setEpoch(epoch);
            show(*m_cursor); // an epoch not trained yet: back to the last that is
        }
    });
    connect(&m_clock, &QTimer::timeout, this, &EpochBar::playOn);
    connect(&Theme::instance(), &Theme::changed, this, &EpochBar::retheme);
    retheme();
    play(false);
}

void EpochBar::retheme()
{
    QPalette palette = m_play->palette();
    palette.setColor(QPalette::Active, QPalette::ButtonText, Theme::instance().colour(Role::Selection));
    palette.setColor(QPalette::Inactive, QPalette::ButtonText, Theme::instance().colour(Role::Selection));
    m_play->setPalette(palette);
}

void EpochBar::setCursor(EpochCursor& cursor)
{
    if (m_cursor == &cursor)
        return;
    if (m_cursor)
        disconnect(m_cursor, nullptr, this, nullptr);
    m_play->setChecked(false);
    m_cursor = &cursor;
    connect(m_cursor, &EpochCursor::changed, this, [this] { show(*m_cursor); });
    show(cursor);
}

void EpochBar::show(const EpochCursor& cursor)
{
    const EpochFigures* epoch = cursor.epoch();
    setEnabled(epoch);
    if (!epoch)
        return;
    const auto& epochs = cursor.trained()->epochs;
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(epochs.front().epoch, std::max(cursor.epochsPlanned(), epochs.front().epoch));
    m_slider->setReached(epochs.back().epoch);
    m_slider->setValue(epoch->epoch);
    m_slider->update();
    const auto text = [](int number) { return tr("epoch %1").arg(QLocale().toString(number)); };
    m_label->setText(text(epoch->epoch));
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(text(m_slider->maximum()))); // it keeps its place
    m_play->setEnabled(epochs.size() > 1);
}

void EpochBar::play(bool on)
{
    m_play->setText(on ? QStringLiteral("❚❚") : QStringLiteral("▶"));
    m_play->setAccessibleName(on ? tr("Stop the replay") : tr("Replay the epochs"));
    m_play->setToolTip(m_play->accessibleName());
    if (!on || !m_cursor || !m_cursor->epoch()) {
        m_clock.stop();
        return;
    }
    const int epochs = int(m_cursor->trained()->epochs.size());
    if (m_cursor->position() == epochs - 1)
        m_cursor->step(-epochs);
    m_clock.start(std::clamp(replayMs / epochs, fastestMs, slowestMs));
}

void EpochBar::playOn()
{
    if (m_cursor)
        m_cursor->step(1);
    if (!m_cursor || !m_cursor->trained() || m_cursor->position() >= int(m_cursor->trained()->epochs.size()) - 1)
        m_play->setChecked(false);
}

} // namespace reweigh
