// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/WeightVerdictLabel.h"

#include "widgets/panel/PaintedView.h"
#include "widgets/text/WeightText.h"
#include "widgets/theme/Theme.h"

#include <QPainter>

namespace reweigh {

WeightVerdictLabel::WeightVerdictLabel(QWidget* parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("weightVerdict"));
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setWordWrap(true);
    connect(&Theme::instance(), &Theme::changed, this, &WeightVerdictLabel::restyle);
    restyle();
}

void WeightVerdictLabel::say(const WeightVerdict& verdict, const WeightSource& source)
{
    setText(weightVerdictText(verdict, source));
    const QString details = weightVerdictDetails(verdict, source);
    setToolTip(details.isEmpty() ? text() : text() + QLatin1Char('\n') + details);
    setAccessibleDescription(details);
}

void WeightVerdictLabel::say(const MechanismVerdict& verdict, bool ownLabels)
{
    setText(mechanismText(verdict, ownLabels));
    WeightSource source;
    source.ownLabels = ownLabels;
    const QString details = weightVerdictDetails(verdict.weights, source);
    setToolTip(details.isEmpty() ? text() : text() + QLatin1Char('\n') + details);
    setAccessibleDescription(details);
}

int WeightVerdictLabel::heightAtFoot(int width) const
{
    return PaintedView::noteHeight(font(), text(), width);
}

QRect WeightVerdictLabel::paintAtFoot(QPainter& painter, const QRect& target) const
{
    painter.save();
    painter.setFont(font());
    painter.setPen(Theme::instance().colour(Role::Text));
    drawWrapped(painter, target, Qt::AlignLeft | Qt::AlignBottom, text());
    painter.restore();
    return target.adjusted(0, 0, 0, -heightAtFoot(target.width()));
}

void WeightVerdictLabel::restyle()
{
    QFont font = Theme::instance().scopeFont();
    font.setWeight(QFont::DemiBold);
    setFont(font);
}

} // namespace reweigh
