// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Contrast.h"
#include "widgets/theme/Theme.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace reweigh;

/// That what has a colour can be read on its ground, and told from what is drawn beside it, also by who does not see all colours.
class tst_Colours : public QObject {
    Q_OBJECT

    using Three = std::array<double, 3>;
    using Matrix = std::array<Three, 3>;

    static Theme& theme() { return Theme::instance(); }

    static Three times(const Matrix& matrix, const Three& vector)
    {
        Three product{};
        for (std::size_t row = 0; row < 3; ++row)
            for (std::size_t column = 0; column < 3; ++column)
                product[row] += matrix[row][column] * vector[column];
        return product;
    }

    /// Linear sRGB in [0, 1].
    static Three linear(const QColor& colour)
    {
        Three values{colour.redF(), colour.greenF(), colour.blueF()};
        for (double& value : values)
            value = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        return values;
    }

    /// How somebody sees linear sRGB who lacks one kind of cones (Machado et al. 2009, severity 1).
    static Three seen(const Matrix& eye, const Three& rgb)
    {
        Three values = times(eye, rgb);
        for (double& value : values)
            value = std::clamp(value, 0.0, 1.0);
        return values;
    }

    /// The responses of CIECAM02's cones under the viewing conditions of sRGB.
    static Three cones(const Three& xyz)
    {
        constexpr Matrix cat02 = {{{0.7328, 0.4296, -0.1624}, {-0.7036, 1.6975, 0.0061}, {0.0030, 0.0136, 0.9834}}};
        constexpr Matrix toCones = {{{0.7409792, 0.2180250, 0.0410058},
                                     {0.2853532, 0.6242014, 0.0904454},     // cat02's inverse, then
                                     {-0.0096280, -0.0056980, 1.0153260}}}; // Hunt, Pointer and Estevez
        constexpr Three white = {95.047, 100.0, 108.883};
        const Three ofWhite = times(cat02, white);
        Three values = times(cat02, xyz);
        for (std::size_t i = 0; i < 3; ++i)
            values[i] *= 100.0 * adapted / ofWhite[i] + 1.0 - adapted;
        values = times(toCones, values);
        for (double& value : values) {
            const double power = std::pow(brightness * std::abs(value) / 100.0, 0.42);
            value = std::copysign(400.0 * power / (power + 27.13), value) + 0.1;
        }
        return values;
    }

    // CIECAM02's D, F_L and n under 64 lux, which adapt to 64 / pi / 5 cd/m2, before a background of 20 % of white.
    static constexpr double adapted = 0.8317, brightness = 0.2731, background = 0.2;

    static double achromatic(const Three& cone) { return 2.0 * cone[0] + cone[1] + cone[2] / 20.0 - 0.305; }

    /// J', a', b' of CAM02-UCS (Luo et al. 2006).
    static Three uniform(const Three& rgb)
    {
        constexpr Matrix toXyz = {{{41.24564, 35.75761, 18.04375}, {21.26729, 71.51522, 7.21750}, {1.93339, 11.91920, 95.03041}}};
        const Three cone = cones(times(toXyz, rgb)), white = cones(times(toXyz, {1.0, 1.0, 1.0}));
        const double a = cone[0] - 12.0 * cone[1] / 11.0 + cone[2] / 11.0, b = (cone[0] + cone[1] - 2.0 * cone[2]) / 9.0;
        const double hue = std::atan2(b, a), induction = 0.725 * std::pow(1.0 / background, 0.2);
        const double lightness =
            100.0 * std::pow(std::max(0.0, achromatic(cone) / achromatic(white)), 0.69 * (1.48 + std::sqrt(background)));
        const double t =
            50000.0 / 13.0 * induction * 0.25 * (std::cos(hue + 2.0) + 3.8) * std::hypot(a, b) / (cone[0] + cone[1] + 1.05 * cone[2]);
        const double chroma = std::pow(t, 0.9) * std::sqrt(lightness / 100.0) * std::pow(1.64 - std::pow(0.29, background), 0.73);
        const double colourful = std::log(1.0 + 0.0228 * chroma * std::pow(brightness, 0.25)) / 0.0228;
        return {1.7 * lightness / (1.0 + 0.007 * lightness), colourful * std::cos(hue), colourful * std::sin(hue)};
    }

    static double distance(const Three& one, const Three& other)
    {
        const Three a = uniform(one), b = uniform(other);
        return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }

private Q_SLOTS:
    void cleanup() { theme().setScheme(ColourScheme::System); }

    /// Of colorspacious 1.1.2: deltaE([1, 0.5, 0.5], [0.5, 1, 0.5]).
    void theDistanceIsThatOfTheLiterature()
    {
        const double ours = distance(linear(QColor::fromRgbF(1.0, 0.5, 0.5)), linear(QColor::fromRgbF(0.5, 1.0, 0.5)));
        QVERIFY2(std::abs(ours - 55.337) < 0.1, qPrintable(QString::number(ours)));
    }

    void coloursCanBeRead()
    {
        for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
            theme().setScheme(scheme);
            for (const Role role : {Role::Right, Role::Wrong, Role::Meta, Role::Validation, Role::Test, Role::Train, Role::Selection,
                                    Role::Done, Role::Warning, Role::Bad, Role::Text, Role::Dim}) {
                const double ratio = test::contrast(theme().colour(role), theme().colour(Role::Panel));
                QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(theme().colour(role).name()).arg(ratio)));
            }
        }
    }

    /// Nothing but its hatching tells an undecided cell from a decided one, whatever colour its gain has. A fixed grey was lost on blue.
    void hatchingIsSeenOnEveryGain()
    {
        const auto check = [](ColourScheme scheme, std::optional<double> paper) {
            theme().setScheme(scheme);
            theme().setPaper(paper);
            for (int i = -100; i <= 100; ++i) {
                const QColor ground = theme().diverging(i / 100.0), line = Theme::hatchOn(ground);
                const double ratio = test::contrast(line, ground);
                if (ratio < 3.0 || ratio > 3.6) // paler than the numbers on it, wherever that can be
                    return QStringLiteral("%1 on %2: %3").arg(line.name(), ground.name()).arg(ratio);
            }
            return QString();
        };
        const QString light = check(ColourScheme::Light, {}), dark = check(ColourScheme::Dark, {}),
                      figure = check(ColourScheme::Dark, 8.0); // on paper
        theme().setPaper(std::nullopt);
        QVERIFY2(light.isEmpty(), qPrintable(light));
        QVERIFY2(dark.isEmpty(), qPrintable(dark));
        QVERIFY2(figure.isEmpty(), qPrintable(figure));
    }

    /// Those that meet in one plot.
    void coloursAreToldApart()
    {
        constexpr std::array<std::pair<const char*, Matrix>, 4> eyes = {{
            {"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
            {"protanopia", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
            {"deuteranopia", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
            {"tritanopia", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
        }};
        const std::vector<std::vector<Role>> plots = {{Role::Right, Role::Wrong}, {Role::Meta, Role::Validation, Role::Test, Role::Train}};
        for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
            theme().setScheme(scheme);
            for (const std::vector<Role>& roles : plots)
                for (std::size_t i = 1; i < roles.size(); ++i)
                    for (std::size_t j = 0; j < i; ++j)
                        for (const auto& [name, eye] : eyes) {
                            const QColor one = theme().colour(roles[i]), other = theme().colour(roles[j]);
                            const double apart = distance(seen(eye, linear(one)), seen(eye, linear(other)));
                            QVERIFY2(
                                apart >= 15.0,
                                qPrintable(
                                    QStringLiteral("%1 and %2, %3: %4").arg(one.name(), other.name(), QLatin1String(name)).arg(apart)));
                        }
        }
    }
};

QTEST_MAIN(tst_Colours)
#include "tst_colours.moc"
