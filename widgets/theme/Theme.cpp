// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/Theme.h"

#include "widgets/theme/ThemeStyle.h"

#include <QApplication>
#include <QBrush>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace reweigh {
namespace {

struct Pair {
    const char* light;
    const char* dark;
};

Pair pairOf(Role role)
{
    switch (role) {
    case Role::Right: return {"#0B6FB3", "#58B4EC"};
    case Role::Wrong: return {"#C84B12", "#FF8F55"};
    case Role::Meta: return {"#0C7F5B", "#3CCB9B"};
    case Role::Validation: return {"#A56900", "#E9B949"};
    case Role::Test: return {"#17202B", "#E7EAEF"};
    case Role::Train: return {"#6B7082", "#97A1B0"}; // not Dim's: who lacks the cones for blue could not tell that from Meta
    case Role::Selection: return {"#1F5FD0", "#79A9FF"};
    case Role::Done: return {"#0C7F5B", "#3CCB9B"};
    case Role::Warning: return {"#8F5B00", "#E0B252"}; // darker than #B7791F, which as text on white has a contrast of only 3.6 : 1
    case Role::Bad: return {"#C0322B", "#FF7A70"};
    case Role::Window: return {"#F3F4F6", "#14171C"};
    case Role::Panel: return {"#FFFFFF", "#1B1F26"};
    case Role::Line: return {"#DADFE6", "#2D333D"};
    case Role::Grid: return {"#ECEFF3", "#262B34"};
    case Role::Text: return {"#17202B", "#E7EAEF"};
    case Role::Dim: return {"#5C6776", "#97A1B0"};
    }
    return {"#17202B", "#E7EAEF"};
}

QColor mix(const QColor& a, const QColor& b, double t)
{
    const auto channel = [t](int from, int to) { return int(std::lround(from + (to - from) * t)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrastOf(const QColor& one, const QColor& other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

constexpr double referencePointSize = 10.0; // the system font at which 8 px are 8 px

void setInkOf(QWidget& widget, Role role, std::initializer_list<QPalette::ColorGroup> groups)
{
    QPalette palette = widget.palette();
    for (const QPalette::ColorGroup group : groups)
        for (const QPalette::ColorRole text : {QPalette::WindowText, QPalette::ButtonText})
            palette.setColor(group, text, Theme::instance().colour(role));
    widget.setPalette(palette);
}

} // namespace

Theme::Theme() = default;

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::apply(QApplication& application)
{
    if (m_application != &application) // else its palette is not the system's any more
        m_system = application.palette();
    m_application = &application;
    QApplication::setStyle(new ThemeStyle);
    application.installEventFilter(this);
    update();
}

void Theme::setScheme(ColourScheme scheme)
{
    m_scheme = scheme;
    update();
}

void Theme::setDesktopDark(std::optional<bool> dark)
{
    if (m_desktopDark == dark)
        return;
    m_desktopDark = dark;
    dark ? update() : readSystemPalette();
}

void Theme::setPaper(std::optional<double> points)
{
    if (m_paper == points)
        return;
    m_paper = points;
    Q_EMIT changed();
}

void Theme::update()
{
    const bool systemDark = m_system.color(QPalette::Window).lightness() < 128;
    m_dark = m_scheme == ColourScheme::Dark || (m_scheme == ColourScheme::System && m_desktopDark.value_or(systemDark));
    if (m_application) {
        m_updating = true;
        const std::optional<double> paper = std::exchange(m_paper, std::nullopt); // widgets keep the look of the screen
        m_application->setPalette(palette());
        m_own = m_application->palette();
        m_paper = paper;
        m_updating = false;
    }
    Q_EMIT changed();
}

/// The palette that the platform has now: that of an application which sets none itself.
void Theme::readSystemPalette()
{
    m_reading = false;
    if (m_application) {
        m_updating = true;
        m_application->setPalette(QPalette());
        m_system = m_application->palette();
        m_updating = false;
    }
    update();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    // Qt 6.4 has no QStyleHints::colorScheme, so the system's palette decides. Some platforms set it themselves; others only say that
    // their theme is another one, to each window, and Qt leaves a palette alone that the program has set.
    if (watched == m_application && event->type() == QEvent::ApplicationPaletteChange && !m_updating && m_application->palette() != m_own) {
        m_system = m_application->palette();
        update();
    } else if (event->type() == QEvent::ThemeChange && m_application && !m_reading) {
        m_reading = true;
        QMetaObject::invokeMethod(this, &Theme::readSystemPalette, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

QColor Theme::colour(Role role) const
{
    const Pair pair = pairOf(role);
    return QColor(dark() ? pair.dark : pair.light);
}

QColor Theme::onPaper(Role role)
{
    return QColor(pairOf(role).light);
}

QColor Theme::tint(Role role, double share) const
{
    return mix(colour(Role::Panel), colour(role), std::clamp(share, 0.0, 1.0));
}

QBrush Theme::hatch(Role role) const
{
    return QBrush(colour(role), Qt::BDiagPattern);
}

QColor Theme::ramp(double t)
{
    static const std::array<QColor, 5> stops = {QColor("#2B1E66"), QColor("#2F5D8C"), QColor("#2A9187"), QColor("#7CC35A"),
                                                QColor("#F2E64B")};
    const double place = std::clamp(std::isnan(t) ? 0.0 : t, 0.0, 1.0) * 4.0;
    const auto low = std::min<std::size_t>(3, std::size_t(place));
    return mix(stops[low], stops[low + 1], place - double(low));
}

QColor Theme::diverging(double t) const
{
    return mix(colour(Role::Panel), colour(t < 0 ? Role::Wrong : Role::Right), std::min(1.0, std::abs(t)) * 0.85);
}

QColor Theme::inkOn(const QColor& ground)
{
    return luminance(ground) > 0.22 ? QColor("#17202B") : QColor("#FFFFFF");
}

QColor Theme::hatchOn(const QColor& ground)
{
    const QColor ink = inkOn(ground);
    for (double share = 0.3; share < 1.0; share += 0.02)
        if (const QColor line = mix(ground, ink, share); contrastOf(line, ground) >= 3.0)
            return line;
    return ink;
}

QFont Theme::titleFont() const
{
    QFont font = strongFont();
    if (!m_paper)
        font.setPointSizeF(font.pointSizeF() * 1.06);
    return font;
}

QFont Theme::scopeFont() const
{
    QFont font = bodyFont();
    if (!m_paper)
        font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

QFont Theme::bodyFont() const
{
    if (!m_paper)
        return QApplication::font();
    QFont font(QStringLiteral("DejaVu Sans")); // there wherever this program's libraries are Debian's: the same figures everywhere
    font.setPointSizeF(*m_paper);
    font.setHintingPreference(QFont::PreferNoHinting); // letters keep their distances when the figure is enlarged
    return font;
}

QFont Theme::strongFont() const
{
    QFont font = bodyFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

int Theme::grid(double units) const
{
    const QFont font = bodyFont();
    const double scale = font.pointSizeF() > 0 ? font.pointSizeF() / referencePointSize : 1.0;
    return std::max(1, int(std::lround(8.0 * units * scale)));
}

void setInk(QWidget& widget, Role role)
{
    setInkOf(widget, role, {QPalette::All});
}

void setEnabledInk(QWidget& widget, Role role)
{
    setInkOf(widget, role, {QPalette::Active, QPalette::Inactive});
}

void keepInk(QWidget& widget, Role role)
{
    setInk(widget, role);
    QObject::connect(&Theme::instance(), &Theme::changed, &widget, [&widget, role] { setInk(widget, role); });
}

QString markOf(Role role)
{
    switch (role) {
    case Role::Done: return QStringLiteral("✓");
    case Role::Warning: return QStringLiteral("!");
    case Role::Bad: return QStringLiteral("✕");
    default: return {};
    }
}

/// The theme's colours in the roles of Qt's widgets.
QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour(Role::Window));
    palette.setColor(QPalette::Base, colour(Role::Panel));
    palette.setColor(QPalette::AlternateBase, colour(Role::Grid));
    palette.setColor(QPalette::Button, tint(Role::Line, 0.55));
    palette.setColor(QPalette::WindowText, colour(Role::Text));
    palette.setColor(QPalette::Text, colour(Role::Text));
    palette.setColor(QPalette::ButtonText, colour(Role::Text));
    palette.setColor(QPalette::ToolTipBase, colour(Role::Panel));
    palette.setColor(QPalette::ToolTipText, colour(Role::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Role::Dim));
    palette.setColor(QPalette::BrightText, colour(Role::Bad));
    palette.setColor(QPalette::Link, colour(Role::Selection));
    palette.setColor(QPalette::LinkVisited, colour(Role::Selection));
    palette.setColor(QPalette::Highlight, tint(Role::Selection, m_dark ? 0.30 : 0.18));
    palette.setColor(QPalette::HighlightedText, colour(Role::Text));
    palette.setColor(QPalette::Light, tint(Role::Line, 0.3));
    palette.setColor(QPalette::Midlight, tint(Role::Line, 0.6));
    palette.setColor(QPalette::Mid, colour(Role::Line));
    palette.setColor(QPalette::Dark, tint(Role::Dim, 0.6));
    palette.setColor(QPalette::Shadow, tint(Role::Dim, 0.8));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tint(Role::Dim, 0.7));
    return palette;
}

} // namespace reweigh
