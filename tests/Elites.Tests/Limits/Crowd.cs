using System.Reflection;
using Elites.Street;

namespace Elites.Tests.Limits;

/// <summary>The model with the cascade of protest alone: all other mechanisms are off by their switches.</summary>
internal static class Crowd
{
    /// <summary>A model whose forces neither notice nor arrest anybody, in which everyone would stay at home.</summary>
    public static ElitesModel Make(int agents = 1_000, int seed = 1, Action<ElitesParameters>? set = null)
    {
        var model = Trial.Make(agents, seed, p =>
        {
            foreach (var section in typeof(ElitesParameters).GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (section.GetValue(p) is MechanismParameters mechanism)
                    mechanism.Enabled = mechanism is ProtestParameters;
            }
            // Nobody is at the front, whence nobody comes.
            p.War.Enabled = false;
            (p.Grievance.Speed, p.Obedience.NoticedShare, p.Protest.IncidentsPerYear, p.Protest.RoundsPerWeek) = (0, 1, 0, 1);
            set?.Invoke(p);
        });
        model.Mass.Threshold.Initial.Fill(2);
        model.Mass.RiskAversion.Initial.Fill(1);
        return model;
    }

    /// <summary>Lets people protest, each once so many others do (Granovetter's thresholds); the rest stay at home.</summary>
    /// <param name="model">A model where everyone sees everyone.</param>
    /// <param name="thresholds">One for each person who might come.</param>
    /// <returns>How many are out in the end.</returns>
    public static int Settle(ElitesModel model, ReadOnlySpan<int> thresholds)
    {
        var risk = new RiskTable();
        risk.Set(model.Parameters.Protest, model.Repression.Effective, model.Mass.Count);
        for (var row = 0; row < thresholds.Length; row++)
            model.Mass.Threshold.Initial[row] = thresholds[row] <= 0 ? -risk[0] - 0.001f : -(risk[thresholds[row] - 1] + risk[thresholds[row]]) / 2;
        int before;
        do
        {
            before = Active(model);
            model.Advance();
        }
        while (Active(model) != before);
        return before;
    }

    /// <summary>How many protest.</summary>
    public static int Active(ElitesModel model) => model.Mass.IsActive.Count(model.Mass.All, true);
}
