// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace reweigh {

/// The epochs of a run, in order. It is used like a vector of EpochFigures, but copies of the list share the epochs, which
/// never change. The figures (tens of kilobytes per epoch) are thus stored once, however many copies exist.
/// Thread: as a vector; lists that share epochs may be used on different threads.
class EpochList {
public:
    using Shared = std::shared_ptr<const EpochFigures>;

    class Iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = EpochFigures;
        using difference_type = std::ptrdiff_t;
        using pointer = const EpochFigures*;
        using reference = const EpochFigures&;

        Iterator() = default;
        explicit Iterator(std::vector<Shared>::const_iterator at)
            : m_at(at)
        {
        }

        reference operator*() const { return **m_at; }
        pointer operator->() const { return m_at->get(); }
        reference operator[](difference_type n) const { return *m_at[n]; }
        Iterator& operator++() { return ++m_at, *this; }
        Iterator operator++(int) { return Iterator(m_at++); }
        Iterator& operator--() { return --m_at, *this; }
        Iterator operator--(int) { return Iterator(m_at--); }
        Iterator& operator+=(difference_type n) { return m_at += n, *this; }
        Iterator& operator-=(difference_type n) { return m_at -= n, *this; }
        friend Iterator operator+(Iterator at, difference_type n) { return at += n; }
        friend Iterator operator+(difference_type n, Iterator at) { return at += n; }
        friend Iterator operator-(Iterator at, difference_type n) { return at -= n; }
        friend difference_type operator-(const Iterator& a, const Iterator& b) { return a.m_at - b.m_at; }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.m_at == b.m_at; }
        friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.m_at <=> b.m_at; }

    private:
        std::vector<Shared>::const_iterator m_at;
    };
    using value_type = EpochFigures;
    using const_iterator = Iterator;
    using iterator = Iterator;

    EpochList() = default;
    EpochList(std::initializer_list<EpochFigures> epochs)
    {
        for (const EpochFigures& epoch : epochs)
            push_back(epoch);
    }

    bool empty() const { return m_epochs.empty(); }
    std::size_t size() const { return m_epochs.size(); }
    Iterator begin() const { return Iterator(m_epochs.begin()); }
    Iterator end() const { return Iterator(m_epochs.end()); }
    const EpochFigures& operator[](std::size_t position) const { return *m_epochs[position]; }
    const EpochFigures& front() const { return *m_epochs.front(); }
    const EpochFigures& back() const { return *m_epochs.back(); }
    /// The shared pointer to the epoch at `position`, by which a caller can keep the epoch longer than the list.
    const Shared& shared(std::size_t position) const { return m_epochs[position]; }

    /// `epoch` must not be null.
    void push_back(Shared epoch) { m_epochs.push_back(std::move(epoch)); }
    void push_back(EpochFigures epoch) { m_epochs.push_back(std::make_shared<const EpochFigures>(std::move(epoch))); }

    /// A list of the first `count` epochs; `count` must not exceed size().
    EpochList first(std::size_t count) const
    {
        EpochList list;
        list.m_epochs.assign(m_epochs.begin(), m_epochs.begin() + std::ptrdiff_t(count));
        return list;
    }

    /// Removes the epochs whose number is `epoch` or higher, because a run that is resumed at `epoch` computes them again.
    void dropFrom(int epoch)
    {
        std::erase_if(m_epochs, [epoch](const Shared& known) { return known->epoch >= epoch; });
    }

private:
    std::vector<Shared> m_epochs;
};

} // namespace reweigh
