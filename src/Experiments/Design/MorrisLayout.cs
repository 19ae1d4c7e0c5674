using Agents;
using Agents.Random;

namespace Experiments.Design;

/// <summary>
/// The rows of a Morris design: trajectories in which one factor after the other, or one group of factors, moves by
/// <see cref="Step"/> on a grid of levels (Morris 1991, Factorial sampling plans for preliminary computational
/// experiments, Technometrics 33: 161-174; groups: Campolongo, Cariboni and Saltelli 2007, An effective screening design
/// for sensitivity analysis of large models, Environmental Modelling and Software 22: 1509-1518). The rows of one
/// trajectory stand together, in the order of its steps.
/// </summary>
/// <param name="groups">What moves together; each factor is in one group.</param>
/// <param name="levels">Levels of each factor, an even number from 2 on: 0, 1 / (levels - 1), ..., 1.</param>
public sealed class MorrisLayout(IReadOnlyList<FactorGroup> groups, int levels)
{
    /// <summary>How far a factor moves in the unit cube, up or down: levels / (2 (levels - 1)).</summary>
    public double Step => levels / (2.0 * (levels - 1));

    /// <summary>Rows of a trajectory: its start, and one after each step.</summary>
    public int RowsPerTrajectory => groups.Count + 1;

    /// <summary>The row of a trajectory after some of its steps.</summary>
    /// <param name="trajectory">From 0.</param>
    /// <param name="step">0 for its start, to the number of groups for its end.</param>
    /// <returns>The row of the design, from 1.</returns>
    public int RowOf(int trajectory, int step) => trajectory * RowsPerTrajectory + step + 1;

    /// <summary>Draws trajectories: a start on the lower half of the levels, a direction for each factor, an order of the groups.</summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="trajectories">Their number; the first ones are the same whatever it is.</param>
    /// <param name="factors">Number of factors.</param>
    public PointMatrix Make(Seed seed, int trajectories, int factors)
    {
        var rows = new PointMatrix(checked(trajectories * RowsPerTrajectory), factors);
        var start = new double[factors];
        var end = new double[factors];
        var order = new int[groups.Count];
        for (var trajectory = 0; trajectory < trajectories; trajectory++)
        {
            var draws = new Draws(seed, (uint)trajectory, 0, Purpose.Design);
            for (var factor = 0; factor < factors; factor++)
            {
                var level = draws.Below(levels / 2);
                // Both ends are quotients of whole numbers, so that one level is one number wherever it is met.
                var (low, high) = (level / (levels - 1.0), (level + levels / 2) / (levels - 1.0));
                (start[factor], end[factor]) = draws.Chance(0.5) ? (low, high) : (high, low);
            }
            for (var group = 0; group < order.Length; group++)
                order[group] = group;
            draws.Shuffle(order.AsSpan());
            Walk(rows, trajectory, start, end, order);
        }
        return rows;
    }

    private void Walk(PointMatrix rows, int trajectory, double[] start, double[] end, int[] order)
    {
        start.CopyTo(rows.Row(RowOf(trajectory, 0) - 1));
        for (var step = 1; step <= order.Length; step++)
        {
            var row = rows.Row(RowOf(trajectory, step) - 1);
            rows.Row(RowOf(trajectory, step - 1) - 1).CopyTo(row);
            foreach (var factor in groups[order[step - 1]].Factors)
                row[factor] = end[factor];
        }
    }
}
