using MathNet.Numerics.Distributions;

namespace Experiments.Analysis.Discovery;

/// <summary>
/// Scenario discovery with the patient rule induction method (Friedman and Fisher 1999, Statistics and Computing 9,
/// 123-143; as a tool for policy: Bryant and Lempert 2010, Technological Forecasting and Social Change 77, 34-49). A
/// box starts with all points; again and again a slice of about 5 % of its points is peeled off one side of one factor, or
/// one category. Of these peels the one is taken that raises the density most for each point that it takes off (the
/// "lenient" criterion: Kwakkel and Jaxa-Rozen 2016, Environmental Modelling and Software 79, 311-321, after Friedman and
/// Fisher): the density alone would favour the largest bites, which are those of categories and of tied values. The last
/// box is then pasted: a side moves out again as long as the density does not fall.
/// </summary>
public sealed class Prim
{
    /// <summary>Share of a box's points that a peel takes off.</summary>
    public const double Peel = 0.05;

    /// <summary>Share of all points below which no box is peeled further.</summary>
    public const double LeastMass = 0.05;

    /// <summary>One sentence for a footnote.</summary>
    public const string Method =
        "PRIM: Friedman and Fisher (1999), peels of 5 % or of one category by the gain in density for each point taken off (Kwakkel and Jaxa-Rozen 2016), boxes of at least 5 % of the points; coverage, density and quasi-p as Bryant and Lempert (2010). "
        + "The box shown has the greatest harmonic mean of coverage and density.";

    private readonly IReadOnlyList<PrimFactor> factors;
    private readonly double[] cases;
    private readonly double allCases;
    private readonly bool isYesOrNo;

    private Prim(IReadOnlyList<PrimFactor> factors, double[] cases)
    {
        (this.factors, this.cases) = (factors, cases);
        allCases = cases.Sum();
        isYesOrNo = cases.All(value => value is 0 or 1);
    }

    /// <summary>Searches for the box that holds the cases of interest.</summary>
    /// <param name="factors">The factors, all over the same points.</param>
    /// <param name="cases">For each point 1 for a case of interest and 0 for another, or the share of its runs that are.</param>
    /// <exception cref="ArgumentException">There is no case of interest, or numbers of points differ.</exception>
    public static PrimResult Search(IReadOnlyList<PrimFactor> factors, double[] cases)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(cases);
        if (factors.Any(factor => factor.Values.Length != cases.Length))
            throw new ArgumentException("Every factor has one value for each point.", nameof(factors));
        if (cases.Sum() == 0)
            throw new ArgumentException("No point is a case of interest.", nameof(cases));
        return new Prim(factors, cases).Search();
    }

    private PrimResult Search()
    {
        var region = new Region(factors);
        int[] inside = [.. Enumerable.Range(0, cases.Length)];
        var boxes = new List<PrimBox> { Describe(PrimStage.Start, region, inside) };
        while (Density(inside) < 1 && BestPeel(region, inside) is { } peeled)
        {
            (region, inside) = peeled;
            boxes.Add(Describe(PrimStage.Peel, region, inside));
        }
        if (Paste(region) is { } pasted)
            boxes.Add(Describe(PrimStage.Paste, pasted, [.. Inside(pasted)]));
        var chosen = Enumerable.Range(0, boxes.Count).OrderByDescending(i => Worth(boxes[i])).ThenByDescending(i => boxes[i].Points).First();
        return new PrimResult(boxes, chosen);
    }

    private (Region Region, int[] Inside)? BestPeel(Region region, int[] inside)
    {
        (Region Region, int[] Inside)? best = null;
        var (before, worth) = (Density(inside), double.NegativeInfinity);
        foreach (var candidate in Enumerable.Range(0, factors.Count).SelectMany(factor => Peels(factor, region, inside)))
        {
            int[] left = [.. inside.Where(candidate.Contains)];
            if (left.Length == inside.Length || left.Length < LeastMass * cases.Length || left.Length == 0)
                continue;
            var gain = Density(left) - before;
            // A loss is not made smaller by taking off more.
            var own = gain > 0 ? gain / (inside.Length - left.Length) : gain;
            if (own > worth || (own == worth && left.Length > best!.Value.Inside.Length))
                (best, worth) = ((candidate, left), own);
        }
        return best;
    }

    private IEnumerable<Region> Peels(int factor, Region region, int[] inside)
    {
        var values = inside.Select(point => factors[factor].Values[point]).Order().ToArray();
        if (values[0] == values[^1])
            yield break;
        if (factors[factor].IsCategory)
        {
            foreach (var category in values.Distinct())
                yield return region.WithCategory(factor, (int)category, false);
            yield break;
        }
        // Of tied values all go or none; where the slice would be empty, the outermost value goes.
        var slice = Math.Max(1, (int)(Peel * values.Length));
        var low = values[slice] > values[0] ? values[slice] : values.First(value => value > values[0]);
        var high = values[^(slice + 1)] < values[^1] ? values[^(slice + 1)] : values.Last(value => value < values[^1]);
        yield return region.WithLow(factor, low);
        yield return region.WithHigh(factor, high);
    }

    /// <summary>The box grown until every way to enlarge it would lower its density; null where there is none from the start.</summary>
    private Region? Paste(Region region)
    {
        Region? pasted = null;
        while (BestPaste(pasted ?? region) is { } larger)
            pasted = larger.Loosened();
        return pasted;
    }

    private Region? BestPaste(Region region)
    {
        var inside = Inside(region).ToList();
        var (points, sum) = (inside.Count, inside.Sum(point => cases[point]));
        (Region? Region, double Density, int Points) best = (null, sum / points, points);
        foreach (var factor in Enumerable.Range(0, factors.Count).Where(region.IsRestricted))
        {
            var beside = Enumerable.Range(0, cases.Length).Where(point => region.ContainsBut(factor, point) && !region.Admits(factor, point))
                .GroupBy(point => factors[factor].Values[point]).OrderBy(group => group.Key).ToList();
            if (factors[factor].IsCategory)
            {
                foreach (var group in beside)
                    Consider(region.WithCategory(factor, (int)group.Key, true), points + group.Count(), sum + group.Sum(point => cases[point]), ref best);
                continue;
            }
            var below = beside.Where(group => region.IsBelow(factor, group.First())).Reverse();
            Extend(below, value => region.WithLow(factor, value), points, sum, ref best);
            Extend(beside.Where(group => !region.IsBelow(factor, group.First())), value => region.WithHigh(factor, value), points, sum, ref best);
        }
        return best.Region;
    }

    /// <summary>Moves one side out, value by value.</summary>
    private void Extend(
        IEnumerable<IGrouping<double, int>> outwards, Func<double, Region> region, int points, double sum, ref (Region? Region, double Density, int Points) best)
    {
        foreach (var group in outwards)
        {
            points += group.Count();
            sum += group.Sum(point => cases[point]);
            if (IsBetter(points, sum, best))
                best = (region(group.Key), sum / points, points);
        }
    }

    private static void Consider(Region region, int points, double sum, ref (Region? Region, double Density, int Points) best)
    {
        if (IsBetter(points, sum, best))
            best = (region, sum / points, points);
    }

    private static bool IsBetter(int points, double sum, (Region? Region, double Density, int Points) best) =>
        sum / points > best.Density || (sum / points == best.Density && points > best.Points);

    private PrimBox Describe(PrimStage stage, Region region, int[] inside)
    {
        var sum = inside.Sum(point => cases[point]);
        return new PrimBox(
            stage, inside.Length, (double)inside.Length / cases.Length, sum / allCases, sum / inside.Length,
            [.. Enumerable.Range(0, factors.Count).Where(region.IsRestricted).Select(factor => region.Limit(factor, QuasiP(factor, region, inside.Length, sum)))]);
    }

    private double QuasiP(int factor, Region region, int points, double sum)
    {
        if (!isYesOrNo)
            return double.NaN;
        var without = Enumerable.Range(0, cases.Length).Where(point => region.ContainsBut(factor, point)).ToList();
        var density = Density(without);
        return sum == 0 ? 1 : 1 - Binomial.CDF(density, points, sum - 1);
    }

    private IEnumerable<int> Inside(Region region) => Enumerable.Range(0, cases.Length).Where(region.Contains);

    private double Density(IReadOnlyCollection<int> points) => points.Sum(point => cases[point]) / points.Count;

    private static double Worth(PrimBox box) => box.Coverage + box.Density == 0 ? 0 : 2 * box.Coverage * box.Density / (box.Coverage + box.Density);
}
