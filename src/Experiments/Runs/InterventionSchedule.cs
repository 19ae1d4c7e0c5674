using System.Globalization;
using Experiments.Config;

namespace Experiments.Runs;

/// <summary>
/// Changes the parameters of one run as its interventions say. What is applied at row t holds from the start of the
/// step from row t to row t + 1, so that row t itself is still what it would have been.
/// </summary>
internal sealed class InterventionSchedule
{
    private readonly ParameterCatalogue catalogue;
    private readonly IReadOnlyList<Intervention> interventions;
    private readonly object parameters;
    private readonly double[][] starts;

    /// <param name="catalogue">The model's parameters.</param>
    /// <param name="interventions">In the order of the config: of two that meet, the later one wins.</param>
    /// <param name="parameters">The parameter object that the model reads.</param>
    public InterventionSchedule(ParameterCatalogue catalogue, IReadOnlyList<Intervention> interventions, object parameters)
    {
        (this.catalogue, this.interventions, this.parameters) = (catalogue, interventions, parameters);
        starts = [.. interventions.Select(change => new double[change.Values.Count])];
    }

    /// <summary>Applies what acts at a row of ticks; to be called once for each row, in order.</summary>
    public void Apply(int tick)
    {
        for (var i = 0; i < interventions.Count; i++)
        {
            var change = interventions[i];
            if (change.Until is { } until)
                Ramp(change, until, tick, starts[i]);
            else if (tick == change.At)
                Set(change);
        }
    }

    private void Set(Intervention change)
    {
        foreach (var (index, value) in change.Values)
            catalogue.Parameters[index].Set(parameters, value);
    }

    /// <summary>
    /// At row At + k of a ramp over n steps the value is start + (target - start) k / n, and the target itself at the
    /// end; an integer is rounded, halves away from zero.
    /// </summary>
    private void Ramp(Intervention change, int until, int tick, double[] start)
    {
        if (tick < change.At || tick > until)
            return;
        if (tick == until)
        {
            Set(change);
            return;
        }
        for (var i = 0; i < start.Length; i++)
        {
            var parameter = catalogue.Parameters[change.Values[i].Parameter];
            if (!parameter.IsNumber)
                continue;
            if (tick == change.At)
                start[i] = Convert.ToDouble(parameter.Get(parameters), CultureInfo.InvariantCulture);
            var target = Convert.ToDouble(change.Values[i].Value, CultureInfo.InvariantCulture);
            var value = start[i] + (target - start[i]) * (tick - change.At) / (until - change.At);
            if (parameter.Type == typeof(int))
                parameter.Set(parameters, (int)Math.Round(value, MidpointRounding.AwayFromZero));
            else
                parameter.Set(parameters, value);
        }
    }
}
