using Experiments.Design;

namespace Experiments.Config;

/// <summary>The rows that a study runs each scenario with: what varies, and the value of every factor in every row.</summary>
public sealed record StudyDesign
{
    /// <summary>No design: one row, in which nothing varies.</summary>
    public static StudyDesign None { get; } = new() { Method = DesignMethod.None, Factors = [], Cells = new PointMatrix(1, 0) };

    /// <summary>How the rows were made.</summary>
    public required DesignMethod Method { get; init; }

    /// <summary>What varies, in the order of the columns.</summary>
    public required IReadOnlyList<DesignFactor> Factors { get; init; }

    /// <summary>A row for each row of the design, a column for each factor; <see cref="DesignFactor.ValueOf"/> reads a cell.</summary>
    public required PointMatrix Cells { get; init; }

    /// <summary>The settings of the method.</summary>
    public DesignSettings Settings { get; init; } = new();

    /// <summary>Number of rows.</summary>
    public int Rows => Cells.Rows;

    /// <summary>Whether the rows are drawn from a distribution or a file, and not laid out.</summary>
    public bool IsSample => Rows > 1 && Method is (DesignMethod.Csv or DesignMethod.Random or DesignMethod.LatinHypercube or DesignMethod.Sobol);

    /// <summary>The value of a factor in a row.</summary>
    /// <param name="row">From 1.</param>
    /// <param name="factor">From 0.</param>
    public object ValueOf(int row, int factor) => Factors[factor].ValueOf(Cells[row - 1, factor]);

    /// <summary>Which rows of a Saltelli design belong together.</summary>
    /// <exception cref="InvalidOperationException">The design is another one.</exception>
    public SaltelliLayout SaltelliLayout() => Method == DesignMethod.Saltelli
        ? new SaltelliLayout(Factors.Count, Settings.SecondOrder)
        : throw new InvalidOperationException("The design is not a Saltelli design.");

    /// <summary>Which rows of a Morris design belong together.</summary>
    /// <exception cref="InvalidOperationException">The design is another one.</exception>
    public MorrisLayout MorrisLayout() => Method == DesignMethod.Morris
        ? new MorrisLayout(Settings.Groups, Settings.Levels)
        : throw new InvalidOperationException("The design is not a Morris design.");

    /// <summary>The step of a Morris trajectory that leads to a row: the group that moved, and whether its first factor rose.</summary>
    /// <param name="trajectory">From 0.</param>
    /// <param name="step">1 to the number of groups.</param>
    /// <returns>Null where nothing moved, as a whole number of a narrow range may not.</returns>
    /// <exception cref="InvalidOperationException">The design is another one.</exception>
    public (int Group, bool IsUpward)? MorrisStep(int trajectory, int step)
    {
        var layout = MorrisLayout();
        var before = Cells.Row(layout.RowOf(trajectory, step - 1) - 1);
        var after = Cells.Row(layout.RowOf(trajectory, step) - 1);
        for (var group = 0; group < Settings.Groups.Count; group++)
        {
            foreach (var factor in Settings.Groups[group].Factors)
            {
                if (before[factor] != after[factor])
                    return (group, after[factor] > before[factor]);
            }
        }
        return null;
    }

    /// <summary>A scenario as a row varies it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="row">From 1.</param>
    internal Scenario Vary(Scenario scenario, int number, int row)
    {
        if (Factors.Count == 0)
            return scenario;
        var values = scenario.Values.ToArray();
        var interventions = scenario.Interventions.ToArray();
        for (var i = 0; i < Factors.Count; i++)
        {
            var factor = Factors[i];
            if (!factor.IsIn(number))
                continue;
            if (factor.Target == FactorTarget.Start)
            {
                values[factor.Parameter!.Index] = ValueOf(row, i);
                foreach (var also in factor.Also)
                    values[also.Index] = ValueOf(row, i);
            }
            else
                factor.Change(interventions, Cells[row - 1, i]);
        }
        return scenario with { Values = values, Interventions = [.. interventions.Order(Intervention.Order)] };
    }
}
