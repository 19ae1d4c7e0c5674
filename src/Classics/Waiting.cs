namespace Classics;

/// <summary>
/// Waiting in line, M/M/1 (Erlang 1909; Kendall 1953), on the event queue. Entities: counters, each with a line of its own. Process:
/// customers come to a counter as a Poisson process and are served one after another, each for an exponential time, in the order in
/// which they came. Initialisation: nobody waits. With rho = lambda / mu in the long run rho / (1 - rho) customers are at a counter, and
/// a customer stays 1 / (mu - lambda).
/// </summary>
[Model("waiting", "Waiting in line at counters, M/M/1 (Erlang 1909; Kendall 1953).", DefaultTicks = 1_000, BytesPerAgent = 300)]
public sealed partial class Waiting : Model
{
    private static readonly Purpose Coming = new(1000), Service = new(1001);
    private readonly Parameters parameters;
    private readonly Counters counters;
    private readonly EventQueue<Happening> agenda;

    /// <summary>Lets the first customer of each counter be on the way.</summary>
    public Waiting(Parameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        counters = new Counters(this, parameters.Agents);
        agenda = new EventQueue<Happening>(this);
        foreach (var id in counters.Ids)
            agenda.Schedule(Draws(id, Coming).Exponential(parameters.ArrivalRate), id, Happening.Arrival);
    }

    private enum Happening : byte
    {
        Arrival,
        Departure,
    }

    [Measure("L: customers at a counter, the mean over time so far.", Unit = "customers")] public double MeanAtCounter => Mean(counters.Waited) / agenda.Now;
    [Measure("W: time that a customer stays, the mean over those who came.", Unit = "step")] public double MeanStay => Mean(counters.Stay) / Mean(counters.Came);
    [Measure("Customers at the counters now, the mean.", Unit = "customers")] public double AtCounter => Mean(counters.Customers);

    /// <summary>Of a counter so far: customers times the time they were there, how long those who came stay, and how many came.</summary>
    public (double Waited, double Stay, double Came) Of(int counter) => (counters.Waited[counter], counters.Stay[counter], counters.Came[counter]);

    protected override void Step()
    {
        while (agenda.TryNext(Tick + 1, out var now))
        {
            var counter = now.AgentOf(counters);
            Wait(counter.Row, now.Time);
            if (now.What == Happening.Departure)
                counter.Customers--;
            else
                Welcome(counter, now.Time);
        }
        for (var row = 0; row < counters.Count; row++)
            Wait(row, agenda.Now);
    }

    protected override void Persist(Checkpoint state) => state.Parts(agenda);

    // First come, first served: when a customer comes, it is known when those before will have left.
    private void Welcome(Agent<Counters> counter, double now)
    {
        counter.Customers++;
        counter.Came++;
        counter.FreeFrom = Math.Max(now, counter.FreeFrom) + counter.Draws(Service).Exponential(parameters.ServiceRate);
        counter.Stay += counter.FreeFrom - now;
        agenda.Schedule(counter.FreeFrom, counter.Id, Happening.Departure);
        agenda.Schedule(now + counter.Draws(Coming).Exponential(parameters.ArrivalRate), counter.Id, Happening.Arrival);
    }

    private void Wait(int row, double now)
    {
        counters.Waited[row] += counters.Customers[row] * (now - counters.SeenAt[row]);
        counters.SeenAt[row] = now;
    }

    private static double Mean(Private<double> column)
    {
        var sum = 0.0;
        foreach (var value in column.All)
            sum += value;
        return sum / column.Count;
    }

    /// <summary>Where customers are served.</summary>
    public sealed partial class Counters(Model model, int count) : Population(model, "counters", count, Regime.FixedOrder)
    {
        /// <summary>Customers there, the one who is served included.</summary>
        [Initial(FollowsFrom = "nobody waits at the start")] public partial Private<double> Customers { get; }
        /// <summary>When the last of them will have left.</summary>
        [Initial(FollowsFrom = "nobody waits at the start")] public partial Private<double> FreeFrom { get; }
        /// <summary>Customers times the time that they were there.</summary>
        [Initial(FollowsFrom = "nobody waits at the start")] public partial Private<double> Waited { get; }
        /// <summary>Until when that has been counted.</summary>
        [Initial(FollowsFrom = "nobody waits at the start")] public partial Private<double> SeenAt { get; }
        /// <summary>Customers who came.</summary>
        [Initial(FollowsFrom = "nobody waits at the start")] public partial Private<double> Came { get; }
        /// <summary>How long they stay, all together.</summary>
        [Initial(FollowsFrom = "nobody waits at the start")] public partial Private<double> Stay { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Number of counters.", Min = 1, Max = 1_000_000, AtStartOnly = true)] public int Agents { get; set; } = 100;
        [Parameter("lambda: customers who come to a counter.", Unit = "per step", Min = 0.000001, Max = 1_000)] public double ArrivalRate { get; set; } = 0.8;
        [Parameter("mu: customers whom a counter could serve.", Unit = "per step", Min = 0.000001, Max = 1_000)] public double ServiceRate { get; set; } = 1;
    }
}
