#pragma once
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace statlint {

/// Makes `count` results on several threads and hands them to `consume` on this one, in order. Only a few results wait
/// at any time, so that a run over thousands of files keeps a few of them in memory. `produce` must not throw. `idle`
/// is called now and then while waiting.
template <class Produce, class Consume, class Idle>
void ordered_parallel(std::size_t count, unsigned threads, Produce produce, Consume consume, Idle idle) {
    using Item = decltype(produce(std::size_t{0}));
    if (threads < 2 || count < 2) {
        for (std::size_t i = 0; i < count; ++i) {
            consume(i, produce(i));
            idle(i + 1);
        }
        return;
    }
    constexpr std::size_t ahead_per_thread = 4;
    constexpr auto patience = std::chrono::milliseconds(100);
    const std::size_t window = ahead_per_thread * threads;
    std::vector<std::optional<Item>> waiting(window);
    std::mutex mutex;
    std::condition_variable room, ready;
    std::size_t next = 0, consumed = 0;

    const auto work = [&](const std::stop_token& stop) {
        while (true) {
            std::unique_lock lock(mutex);
            room.wait(lock, [&] { return stop.stop_requested() || next == count || next < consumed + window; });
            if (next == count || stop.stop_requested()) return;
            const std::size_t index = next++;
            lock.unlock();
            Item item = produce(index);
            lock.lock();
            waiting[index % window] = std::move(item);
            lock.unlock();
            ready.notify_one();
        }
    };
    std::vector<std::jthread> pool;
    for (std::size_t i = 0; i < std::min<std::size_t>(threads, count); ++i) pool.emplace_back(work);
    for (std::size_t i = 0; i < count; ++i) {
        std::optional<Item> item;
        while (!item) {
            std::unique_lock lock(mutex);
            ready.wait_for(lock, patience, [&] { return waiting[i % window].has_value(); });
            item.swap(waiting[i % window]);
            if (item) consumed = i + 1;
            lock.unlock();
            idle(item ? i + 1 : i);
        }
        room.notify_all();
        consume(i, std::move(*item));
    }
}

} // namespace statlint
