using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Learning;

/// <summary>
/// Cuts runs into what lay ahead at each look (landmarks, van Houwelingen 2007, Scandinavian Journal of Statistics 34: 70-85):
/// stretches from one row of ticks to the next, for as long as the path stays what it was in the first of them, each described by
/// what was seen at the look and by what was then.
/// </summary>
internal sealed class LookAhead
{
    private readonly LearningPlan plan;
    private readonly int path;
    private readonly (int[] Seen, int[] Then)[] places;
    private readonly HazardData data;

    /// <param name="plan">The plan.</param>
    /// <param name="names">The measures of the runs.</param>
    public LookAhead(LearningPlan plan, IReadOnlyList<string> names)
    {
        this.plan = plan;
        var known = names.ToList();
        int[] Places(IEnumerable<string> some) => [.. some.Select(name => known.IndexOf(name))];
        path = plan.Path is { } name ? known.IndexOf(name) : -1;
        places = [.. plan.Coefficients.Select(one => (Places(one.Seen), Places(one.Then)))];
        data = new HazardData(places.Length);
    }

    /// <summary>All stretches so far.</summary>
    public HazardData Data => data;

    /// <summary>Adds a run.</summary>
    public void Add(SeenRun run, int cluster)
    {
        var over = run.UpToOutcome();
        var points = over.Rows.ToList();
        // A run that goes on after its outcome kept no row of that tick: what was seen last stands for it.
        if (points.Count > 0 && over.LastTick > points[^1].Tick)
            points.Add((over.LastTick, over.LastTick < run.LastTick ? points[^1].Values : [.. run.EndMeasures]));
        var isEvent = plan.Event.Holds(run.Outcome);
        for (var look = 0; look + 1 < points.Count; look++)
        {
            if (points[look].Tick % plan.Look == 0)
                AddLook(points, look, isEvent, cluster);
        }
    }

    private void AddLook(List<(int Tick, double[] Values)> points, int look, bool endsWithEvent, int cluster)
    {
        var row = new double[places.Length];
        var way = Way(points[look + 1].Values);
        for (var i = look + 1; i < points.Count && points[i].Tick - points[look].Tick <= plan.Ahead && Way(points[i].Values) == way; i++)
        {
            for (var j = 0; j < row.Length; j++)
                row[j] = Product(points[look].Values, places[j].Seen) * Product(points[i].Values, places[j].Then);
            data.Add(row, (points[i].Tick - points[i - 1].Tick) / plan.Unit, endsWithEvent && i == points.Count - 1, cluster, way);
        }
    }

    private double Way(double[] values) => path < 0 ? 0 : values[path];

    private static double Product(double[] values, int[] factors)
    {
        var product = 1.0;
        foreach (var factor in factors)
            product *= values[factor];
        return product;
    }
}
