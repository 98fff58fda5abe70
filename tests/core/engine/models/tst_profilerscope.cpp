// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/models/ModelFixture.h"

#include <ATen/record_function.h>

#include <QtTest>

#include <map>

using namespace reweigh;
using namespace reweigh::test;

namespace {

/// Names and shapes told in user scopes, and how often.
std::map<std::string, int> heard;

std::unique_ptr<at::ObserverContext> ignore(const at::RecordFunction&)
{
    return nullptr;
}

void hear(const at::RecordFunction& record, at::ObserverContext*)
{
    std::string text = record.name();
    for (const c10::IValue& out : record.outputs())
        for (const int64_t size : out.toTensor().sizes())
            text += ' ' + std::to_string(size);
    ++heard[text];
}

} // namespace

/// What a profiler of the library is told of a network's passes.
class tst_ProfilerScope : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOpOfEveryPass()
    {
        ModelCase subject("small-cnn", {28, 28, 1}, 3, at::kFloat);
        const auto handle =
            at::addThreadLocalCallback(at::RecordFunctionCallback(&ignore, &hear).needsOutputs(true).scopes({at::RecordScope::USER_SCOPE}));
        subject.ours();
        at::removeCallback(handle);
        for (const char* pass : {"forward", "backward", "tangent"}) {
            QCOMPARE(heard[std::string(pass) + " GlobalAverage 3 64"], 1);
            QCOMPARE(heard[std::string(pass) + " Linear 3 10"], 1);
        }
        std::map<std::string, std::map<std::string, int>> ops; // by pass: the same ones in each
        for (const auto& [text, times] : heard)
            ops[text.substr(0, text.find(' '))][text.substr(text.find(' '))] = times;
        QVERIFY(ops["forward"].size() > 3);
        QVERIFY(ops["forward"] == ops["backward"] && ops["forward"] == ops["tangent"]);
        heard.clear();
        subject.ours();
        QVERIFY(heard.empty());
    }
};

QTEST_APPLESS_MAIN(tst_ProfilerScope)
#include "tst_profilerscope.moc"
