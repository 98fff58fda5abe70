// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/WeightVerdictLabel.h"

#include "widgets/panel/PaintedView.h"
#include "widgets/text/WeightText.h"
#include "widgets/theme/Theme.h"

#include <QLocale>
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

void WeightVerdictLabel::say(const WeightVerdict& verdict, const WeightSource& source, int epoch)
{
    setText(weightVerdictText(verdict, source));
    explain(weightVerdictDetails(verdict, source), epoch);
}

void WeightVerdictLabel::say(const MechanismVerdict& verdict, bool ownLabels, int epoch)
{
    setText(mechanismText(verdict, ownLabels));
    WeightSource source;
    source.ownLabels = ownLabels;
    explain(weightVerdictDetails(verdict.weights, source), epoch);
}

/// Figures of one epoch are other ones than a trial's, which are means.
void WeightVerdictLabel::explain(const QString& details, int epoch)
{
    const QString of =
        tr("These figures are of epoch %1; those of a trial or a variant are means over its last epochs.").arg(QLocale().toString(epoch));
    const QString all = details.isEmpty() ? QString() : QStringLiteral("%1 %2").arg(details, of);
    setToolTip(all.isEmpty() ? text() : text() + QLatin1Char('\n') + all);
    setAccessibleDescription(all);
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
