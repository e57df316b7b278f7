// The algorithm of src/models/routing/propagate.ts once more, as the measure of what a compiler makes of it. Lists,
// phases and tests are the same, one for one; nothing is left out and nothing is added.
//
// propagate FILE: loads the graph and the cases from FILE (32-bit words of this machine, see native-engine.ts). For each
// line "KIND" on standard input (plain or hijack) it runs all cases and answers with one line: for each case the
// nanoseconds of the run alone and the digest of its routes. "memory" answers with the largest resident size in kB.
#include <sys/resource.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

using std::uint32_t;
using std::uint8_t;
using List = std::vector<uint32_t>;

static const uint32_t LONGEST = (1u << 29) - 1;
static const uint32_t PROVIDER = 1u << 29;
static const uint32_t PEER = 2u << 29;
static const uint32_t CUSTOMER = 3u << 29;
static const uint32_t REMOVED = CUSTOMER;
static const uint32_t NO_ROUTE = 0;
static const uint8_t INVALID = 1;

struct Graph {
  uint32_t size;
  List asns, nodesByAsn, providerStart, providers, peerStart, peers;
};

struct Origin {
  uint32_t node;
  bool isInvalid;
};

class Propagation {
  const Graph& graph;
  List providers, peers, route, via, climbed;
  std::vector<uint8_t> seed, seedTraits, refuses;
  uint32_t climbedCount = 0;

 public:
  explicit Propagation(const Graph& g)
      : graph(g),
        providers(g.providers),
        peers(g.peers),
        route(g.size + 1),
        via(g.size + 1),
        climbed(g.size + 1),
        seed(g.size + 1),
        seedTraits(256),
        refuses(g.size + 1) {}

  void run(const std::vector<Origin>& origins, const uint8_t* validators) {
    bool isFiltered = false;
    for (size_t i = 0; i < origins.size(); i++) {
      seedTraits[i] = origins[i].isInvalid ? INVALID : 0;
      if (validators && origins[i].isInvalid) isFiltered = true;
    }
    if (validators) {
      for (uint32_t v = 0; v < graph.size; v++) refuses[v] = validators[v] ? INVALID : 0;
    } else {
      std::fill(refuses.begin(), refuses.end(), 0);
    }
    std::fill(route.begin(), route.end(), NO_ROUTE);
    route[graph.size] = REMOVED;
    uint32_t count = 0;
    for (size_t i = 0; i < origins.size(); i++) {
      const uint32_t node = origins[i].node;
      if (route[node] != NO_ROUTE) continue;
      route[node] = CUSTOMER | LONGEST;
      via[node] = node;
      seed[node] = static_cast<uint8_t>(i);
      climbed[count++] = node;
    }
    climb(count, isFiltered);
    cross(isFiltered);
    if (isFiltered) descendFiltered();
    else if (origins.size() > 1) descendWithSeeds();
    else descend();
  }

  uint32_t digest() const {
    uint32_t hash = 0x811c9dc5u;
    const auto mix = [&hash](uint32_t value) { hash = (hash ^ value) * 0x01000193u; };
    for (const uint32_t node : graph.nodesByAsn) {
      const uint32_t left = route[node] & LONGEST;
      mix(left == 0 ? 0xffffffffu : graph.asns[via[node]]);
      mix(left == 0 ? 0xffffffffu : LONGEST - left);
    }
    return hash;
  }

 private:
  void climb(uint32_t originCount, bool isFiltered) {
    uint32_t head = 0;
    uint32_t tail = originCount;
    for (uint32_t present = CUSTOMER | LONGEST; head < tail; present--) {
      const uint32_t levelEnd = tail;
      const uint32_t next = present - 1;
      for (; head < levelEnd; head++) {
        const uint32_t u = climbed[head];
        seed[u] = seed[via[u]];
        const uint8_t traits = seedTraits[seed[u]];
        for (uint32_t i = graph.providerStart[u], end = graph.providerStart[u + 1]; i < end; i++) {
          const uint32_t p = providers[i];
          const uint32_t held = route[p];
          if (held != NO_ROUTE && held != next) continue;
          if (isFiltered && (traits & refuses[p]) != 0) continue;
          if (held == NO_ROUTE) climbed[tail++] = p;
          else if (graph.asns[u] > graph.asns[via[p]]) continue;
          route[p] = next;
          via[p] = u;
        }
      }
    }
    climbedCount = tail;
  }

  void cross(bool isFiltered) {
    for (uint32_t k = 0; k < climbedCount; k++) {
      const uint32_t u = climbed[k];
      const uint32_t offer = PEER | ((route[u] & LONGEST) - 1);
      const uint32_t asn = graph.asns[u];
      const uint8_t seedOfU = seed[u];
      const uint8_t traits = seedTraits[seedOfU];
      for (uint32_t i = graph.peerStart[u], end = graph.peerStart[u + 1]; i < end; i++) {
        const uint32_t w = peers[i];
        const uint32_t held = route[w];
        if (held > offer || (held == offer && graph.asns[via[w]] < asn)) continue;
        if (isFiltered && (traits & refuses[w]) != 0) continue;
        route[w] = offer;
        via[w] = u;
        seed[w] = seedOfU;
      }
    }
  }

  void descend() {
    for (uint32_t v = 0, i = 0; v < graph.size; v++) {
      const uint32_t end = graph.providerStart[v + 1];
      if (route[v] != NO_ROUTE) {
        i = end;
        continue;
      }
      uint32_t best = 0;
      uint32_t from = 0;
      for (; i < end; i++) {
        const uint32_t p = providers[i];
        const uint32_t length = route[p] & LONGEST;
        if (length > best) {
          best = length;
          from = p;
        }
      }
      if (best == 0) continue;
      route[v] = PROVIDER | (best - 1);
      via[v] = from;
    }
  }

  void descendWithSeeds() {
    for (uint32_t v = 0, i = 0; v < graph.size; v++) {
      const uint32_t end = graph.providerStart[v + 1];
      if (route[v] != NO_ROUTE) {
        i = end;
        continue;
      }
      uint32_t best = 0;
      uint32_t from = 0;
      for (; i < end; i++) {
        const uint32_t p = providers[i];
        const uint32_t length = route[p] & LONGEST;
        if (length > best) {
          best = length;
          from = p;
        }
      }
      if (best == 0) continue;
      route[v] = PROVIDER | (best - 1);
      via[v] = from;
      seed[v] = seed[from];
    }
  }

  void descendFiltered() {
    for (uint32_t v = 0, i = 0; v < graph.size; v++) {
      const uint32_t end = graph.providerStart[v + 1];
      if (route[v] != NO_ROUTE) {
        i = end;
        continue;
      }
      const uint8_t refused = refuses[v];
      uint32_t best = 0;
      uint32_t from = 0;
      for (; i < end; i++) {
        const uint32_t p = providers[i];
        const uint32_t length = route[p] & LONGEST;
        if (length > best && (refused == 0 || (seedTraits[seed[p]] & refused) == 0)) {
          best = length;
          from = p;
        }
      }
      if (best == 0) continue;
      route[v] = PROVIDER | (best - 1);
      via[v] = from;
      seed[v] = seed[from];
    }
  }
};

static FILE* file;

static uint32_t word() {
  uint32_t value;
  if (std::fread(&value, 4, 1, file) != 1) std::exit(2);
  return value;
}

static List list() {
  List values(word());
  if (!values.empty() && std::fread(values.data(), 4, values.size(), file) != values.size()) std::exit(2);
  return values;
}

int main(int, char** arguments) {
  file = std::fopen(arguments[1], "rb");
  if (!file) return 2;
  Graph graph;
  graph.size = word();
  for (List* each : {&graph.asns, &graph.nodesByAsn, &graph.providerStart, &graph.providers, &graph.peerStart,
                     &graph.peers})
    *each = list();
  const List origins = list();
  const List hijackers = list();
  const List validating = list();
  const std::vector<uint8_t> validators(validating.begin(), validating.end());
  Propagation engine(graph);
  for (std::string kind; std::getline(std::cin, kind);) {
    if (kind == "memory") {
      rusage usage;
      getrusage(RUSAGE_SELF, &usage);
      std::printf("%ld\n", usage.ru_maxrss);
      std::fflush(stdout);
      continue;
    }
    for (size_t i = 0; i < origins.size(); i++) {
      std::vector<Origin> announcing = {{origins[i], false}};
      if (kind == "hijack") announcing.push_back({hijackers[i], true});
      const auto start = std::chrono::steady_clock::now();
      engine.run(announcing, kind == "hijack" ? validators.data() : nullptr);
      const auto end = std::chrono::steady_clock::now();
      std::printf("%lld %u ", static_cast<long long>((end - start).count()), engine.digest());
    }
    std::printf("\n");
    std::fflush(stdout);
  }
}
