// The algorithm of src/models/routing/spread.ts once more, as the measure of what a compiler makes of it. Lists, phases
// and tests are the same, one for one. Only where providers are compared it has branches where the model has masks:
// from them g++ makes the faster code.
//
// propagate FILE: loads the graph and the cases from FILE (32-bit words of this machine, see native-engine.ts). For each
// line "KIND" on standard input (plain or hijack) it runs all cases and answers with one line: for each case the
// nanoseconds of the run alone and the digest of its routes. "memory" answers with
// the largest resident size in kB, 0 where the system does not tell.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using std::int32_t;
using std::uint32_t;
using std::uint8_t;
using List = std::vector<uint32_t>;
using Numbers = std::vector<int32_t>;

static const int32_t ONE_LINK = 1 << 10;
static const int32_t ALONG = ONE_LINK - 1;
static const int32_t LENGTH = (1 << 29) - ONE_LINK;
static const int32_t PROVIDER = 1 << 29;
static const int32_t PEER = 2 << 29;
static const int32_t CUSTOMER = 3 << 29;
static const int32_t REMOVED = CUSTOMER;
static const int32_t NO_ROUTE = 0;
static const int32_t TRAITS_SHIFT = 8;
static const int32_t INVALID = 1;

struct Graph {
  uint32_t size;
  List asns, nodesByAsn, providerStart, providers, peerStart, peers;
};

struct Origin {
  int32_t node;
  bool isInvalid;
};

class Propagation {
  const Graph& graph;
  Numbers providers, peers, route, via, climbed;
  std::vector<uint8_t> refuses;
  int32_t climbedCount = 0;

 public:
  explicit Propagation(const Graph& g)
      : graph(g),
        providers(g.providers.begin(), g.providers.end()),
        peers(g.peers.begin(), g.peers.end()),
        route(g.size + 1),
        via(g.size + 1),
        climbed(g.size + 1),
        refuses(g.size + 1) {}

  void run(const std::vector<Origin>& origins, const uint8_t* validators) {
    bool isFiltered = false;
    if (validators) std::copy(validators, validators + graph.size, refuses.begin());
    else std::fill(refuses.begin(), refuses.end(), 0);
    std::fill(route.begin(), route.end(), NO_ROUTE);
    route[graph.size] = REMOVED;
    int32_t count = 0;
    for (size_t i = 0; i < origins.size(); i++) {
      if (validators && origins[i].isInvalid) isFiltered = true;
      const int32_t node = origins[i].node;
      if (route[node] != NO_ROUTE) continue;
      route[node] =
          CUSTOMER | LENGTH | (origins[i].isInvalid ? INVALID << TRAITS_SHIFT : 0) | static_cast<int32_t>(i);
      via[node] = node;
      climbed[count++] = node;
    }
    climb(count, isFiltered);
    cross(isFiltered);
    if (isFiltered) descendFiltered();
    else descend();
  }

  uint32_t digest() const {
    uint32_t hash = 0x811c9dc5u;
    const auto mix = [&hash](uint32_t value) { hash = (hash ^ value) * 0x01000193u; };
    for (const uint32_t node : graph.nodesByAsn) {
      const int32_t left = route[node] & LENGTH;
      mix(left == 0 ? 0xffffffffu : graph.asns[via[node]]);
      mix(left == 0 ? 0xffffffffu : static_cast<uint32_t>((LENGTH - left) / ONE_LINK));
    }
    return hash;
  }

 private:
  void climb(int32_t originCount, bool isFiltered) {
    int32_t head = 0;
    int32_t tail = originCount;
    for (int32_t present = CUSTOMER | LENGTH; head < tail; present -= ONE_LINK) {
      const int32_t levelEnd = tail;
      const int32_t next = present - ONE_LINK;
      for (; head < levelEnd; head++) {
        const int32_t u = climbed[head];
        const int32_t along = route[u] & ALONG;
        for (uint32_t i = graph.providerStart[u], end = graph.providerStart[u + 1]; i < end; i++) {
          const int32_t p = providers[i];
          const int32_t held = route[p];
          if (held != NO_ROUTE && (held & ~ALONG) != next) continue;
          if (isFiltered && ((along >> TRAITS_SHIFT) & refuses[p]) != 0) continue;
          if (held == NO_ROUTE) climbed[tail++] = p;
          else if (graph.asns[u] > graph.asns[via[p]]) continue;
          route[p] = next | along;
          via[p] = u;
        }
      }
    }
    climbedCount = tail;
  }

  void cross(bool isFiltered) {
    for (int32_t k = 0; k < climbedCount; k++) {
      const int32_t u = climbed[k];
      const int32_t offer = (PEER | (route[u] & (LENGTH | ALONG))) - ONE_LINK;
      const int32_t best = offer | ALONG;
      const int32_t worst = offer & ~ALONG;
      const int32_t traits = (offer & ALONG) >> TRAITS_SHIFT;
      const uint32_t asn = graph.asns[u];
      for (uint32_t i = graph.peerStart[u], end = graph.peerStart[u + 1]; i < end; i++) {
        const int32_t w = peers[i];
        const int32_t held = route[w];
        if (held > best || (held >= worst && graph.asns[via[w]] < asn)) continue;
        if (isFiltered && (traits & refuses[w]) != 0) continue;
        route[w] = offer;
        via[w] = u;
      }
    }
  }

  void descend() {
    for (uint32_t v = 0, i = 0; v < graph.size; v++) {
      const uint32_t end = graph.providerStart[v + 1];
      if (route[v] != NO_ROUTE || i == end) {
        i = end;
        continue;
      }
      int32_t from = providers[i++];
      int32_t best = route[from] & (LENGTH | ALONG);
      for (; i < end; i++) {
        const int32_t p = providers[i];
        const int32_t offered = route[p] & (LENGTH | ALONG);
        if (offered > (best | ALONG)) {
          best = offered;
          from = p;
        }
      }
      if (best == 0) continue;
      route[v] = PROVIDER + best - ONE_LINK;
      via[v] = from;
    }
  }

  void descendFiltered() {
    for (uint32_t v = 0, i = 0; v < graph.size; v++) {
      const uint32_t end = graph.providerStart[v + 1];
      if (route[v] != NO_ROUTE || i == end) {
        i = end;
        continue;
      }
      const int32_t refused = refuses[v] << TRAITS_SHIFT;
      int32_t best = 0;
      int32_t from = 0;
      for (; i < end; i++) {
        const int32_t p = providers[i];
        const int32_t told = route[p] & (LENGTH | ALONG);
        const int32_t offered = told & (((told & refused) - 1) >> 31);
        if (offered > (best | ALONG)) {
          best = offered;
          from = p;
        }
      }
      if (best == 0) continue;
      route[v] = PROVIDER + best - ONE_LINK;
      via[v] = from;
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

// Not from getrusage: that counts what the process was before it became this program.
static long largestResident() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmHWM:", 0) == 0) return std::atol(line.c_str() + 6);
  return 0;
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
      std::printf("%ld\n", largestResident());
      std::fflush(stdout);
      continue;
    }
    for (size_t i = 0; i < origins.size(); i++) {
      std::vector<Origin> announcing = {{static_cast<int32_t>(origins[i]), false}};
      if (kind == "hijack") announcing.push_back({static_cast<int32_t>(hijackers[i]), true});
      const auto start = std::chrono::steady_clock::now();
      engine.run(announcing, kind == "hijack" ? validators.data() : nullptr);
      const auto end = std::chrono::steady_clock::now();
      std::printf("%lld %u ", static_cast<long long>((end - start).count()), engine.digest());
    }
    std::printf("\n");
    std::fflush(stdout);
  }
}
