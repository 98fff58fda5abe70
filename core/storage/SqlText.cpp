// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlText.h"

#include "core/base/PythonJson.h"

#include <QMetaType>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <limits>

namespace reweigh {

QString toSql(TrialState state)
{
    return QString::fromLatin1(nameOf(state));
}

std::optional<TrialState> trialStateFromSql(const QString& text)
{
    using enum TrialState;
    for (const TrialState state : {Running, Complete, Pruned, Failed, Waiting})
        if (text == QLatin1String(nameOf(state)))
            return state;
    return std::nullopt;
}

QString toSql(Timestamp time)
{
    const auto whole = std::chrono::floor<std::chrono::seconds>(time);
    const std::time_t seconds = std::chrono::system_clock::to_time_t(whole);
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    char text[32];
    const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &utc);
    std::snprintf(text + size, sizeof text - size, ".%06d", int((time - whole).count()));
    return QString::fromLatin1(text);
}

std::optional<Timestamp> timestampFromSql(const QString& text)
{
    std::tm utc{};
    char fraction[8] = "000000";
    const QByteArray bytes = text.toLatin1();
    if (std::sscanf(bytes.constData(), "%d-%d-%d %d:%d:%d.%6[0-9]", &utc.tm_year, &utc.tm_mon, &utc.tm_mday, &utc.tm_hour, &utc.tm_min,
                    &utc.tm_sec, fraction)
        < 6)
        return std::nullopt;
    const auto within = [](int value, int low, int high) { return value >= low && value <= high; };
    if (!within(utc.tm_year, 1, 9999) || !within(utc.tm_mon, 1, 12) || !within(utc.tm_mday, 1, 31) || !within(utc.tm_hour, 0, 23)
        || !within(utc.tm_min, 0, 59) || !within(utc.tm_sec, 0, 60))
        return std::nullopt; // microseconds of year 300,000 have no 64-bit form
    utc.tm_year -= 1900;
    utc.tm_mon -= 1;
    const std::string padded = (std::string(fraction) + "000000").substr(0, 6);
    return Timestamp(std::chrono::seconds(::timegm(&utc)) + std::chrono::microseconds(std::stol(padded)));
}

Timestamp fromLocalTime(Timestamp shown)
{
    const auto whole = std::chrono::floor<std::chrono::seconds>(shown);
    const std::time_t seconds = whole.time_since_epoch().count(); // system_clock::to_time_t counts nanoseconds, from 1677 to 2262 only
    std::tm local{};
    ::gmtime_r(&seconds, &local);
    local.tm_isdst = -1;
    return Timestamp(std::chrono::seconds(::mktime(&local))) + (shown - whole);
}

SqlNumber toSql(double value)
{
    const QVariant null{QMetaType(QMetaType::Double)};
    if (std::isnan(value))
        return {null, QStringLiteral("NAN")};
    if (std::isinf(value))
        return {null, value > 0 ? QStringLiteral("INF_POS") : QStringLiteral("INF_NEG")};
    return {value, QStringLiteral("FINITE")};
}

double numberFromSql(const QVariant& value, const QString& type)
{
    using limits = std::numeric_limits<double>;
    if (type == QLatin1String("INF_POS"))
        return limits::infinity();
    if (type == QLatin1String("INF_NEG"))
        return -limits::infinity();
    if (value.isNull())
        return limits::quiet_NaN();
    return value.toDouble();
}

nlohmann::json attributeFromSql(std::string text)
{
    nlohmann::json value = parsePythonJson(text);
    return value.is_discarded() ? nlohmann::json(std::move(text)) : value;
}

} // namespace reweigh
