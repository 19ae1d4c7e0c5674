using Experiments.Config;

namespace Experiments.Runs;

/// <summary>
/// Changes the parameters of one run as its series and interventions say. What is applied at row t holds from the start of the
/// step from row t to row t + 1, so that row t itself is still what it would have been.
/// </summary>
internal sealed class InterventionSchedule
{
    private readonly ParameterCatalogue catalogue;
    private readonly IReadOnlyList<Intervention> interventions;
    private readonly IReadOnlyList<ParameterSeries> series;
    private readonly object parameters;
    private readonly object[][] starts;

    /// <param name="catalogue">The model's parameters.</param>
    /// <param name="interventions">In the order of the config: of two that meet, the later one wins.</param>
    /// <param name="series">What follows files; no intervention changes it.</param>
    /// <param name="parameters">The parameter object that the model reads.</param>
    public InterventionSchedule(ParameterCatalogue catalogue, IReadOnlyList<Intervention> interventions, IReadOnlyList<ParameterSeries> series, object parameters)
    {
        (this.catalogue, this.interventions, this.series, this.parameters) = (catalogue, interventions, series, parameters);
        starts = [.. interventions.Select(change => new object[change.Values.Count])];
    }

    /// <summary>Applies what acts at a row of ticks; to be called once for each row, in order.</summary>
    public void Apply(int tick)
    {
        foreach (var one in series)
        {
            if (one.ChangeAt(tick) is { } value)
                one.Parameter.Set(parameters, value);
        }
        for (var i = 0; i < interventions.Count; i++)
        {
            var change = interventions[i];
            if (tick >= change.At && tick <= (change.Until ?? change.At))
                Apply(change, tick, starts[i]);
        }
    }

    private void Apply(Intervention change, int tick, object[] start)
    {
        for (var i = 0; i < start.Length; i++)
        {
            var (index, value) = change.Values[i];
            var parameter = catalogue.Parameters[index];
            if (tick == change.At)
                start[i] = parameter.Get(parameters);
            parameter.Set(parameters, change.ValueAt(tick, start[i], value));
        }
    }
}
