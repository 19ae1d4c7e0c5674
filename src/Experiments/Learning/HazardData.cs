using System.Runtime.InteropServices;

namespace Experiments.Learning;

/// <summary>
/// Stretches of time at risk, in order: what each is described by, how long it is, whether it ended with the event, and to
/// which cluster of evidence it belongs.
/// </summary>
/// <param name="width">Numbers that describe a stretch.</param>
internal sealed class HazardData(int width)
{
    private readonly List<double> covariates = [];
    private readonly List<(double Exposure, bool IsEvent, int Cluster, double Path)> rows = [];

    public int Width => width;

    public int Count => rows.Count;

    public int Events { get; private set; }

    public double Exposure { get; private set; }

    public int Clusters => rows.Select(row => row.Cluster).Distinct().Count();

    public ReadOnlySpan<double> Row(int i) => CollectionsMarshal.AsSpan(covariates).Slice(i * width, width);

    public (double Exposure, bool IsEvent, int Cluster, double Path) this[int i] => rows[i];

    /// <summary>Adds a stretch.</summary>
    /// <param name="row">What describes it.</param>
    /// <param name="exposure">Its length, in units that a hazard is for.</param>
    /// <param name="isEvent">Whether it ended with the event.</param>
    /// <param name="cluster">Stretches of one cluster are not independent.</param>
    /// <param name="path">The path on which it is, by which a fit is checked.</param>
    public void Add(ReadOnlySpan<double> row, double exposure, bool isEvent, int cluster, double path = 0)
    {
        covariates.AddRange(row);
        rows.Add((exposure, isEvent, cluster, path));
        Events += isEvent ? 1 : 0;
        Exposure += exposure;
    }
}
