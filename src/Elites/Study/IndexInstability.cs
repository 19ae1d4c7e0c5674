using Elites.Economics;
using Elites.People;

namespace Elites.Study;

/// <summary>
/// M24, the index of political stress (Turchin 2013), which drives nothing: mass mobilisation, which is the inverse of
/// the relative wage w (the shares of the urban and the young are constant and cancel), times elite mobilisation, e/eps with
/// e' = mu0 (w0 - w)/w and eps = (1 - lambda w)/e, times fiscal distress, debt over output times distrust.
/// </summary>
internal readonly struct IndexInstability(Instability state, Economy economy, Society society, Clock clock)
{
    private const double Mobility = 0.1; // mu0 a year, Turchin 2013
    private const double WageShare = 0.5; // lambda, Turchin 2013

    public void Step()
    {
        // Those without work have no wage: their share lowers the mean.
        var wage = economy.Wage * (1 - economy.Unemployment) / economy.Potential;
        state.Aspirants = Math.Max(0.01, state.Aspirants + clock.Years * Mobility * (1 - wage) / Math.Max(0.01, wage));
        state.Debt = Math.Max(0, state.Debt + clock.Years * economy.Deficit);
        var income = Math.Max(0.01, 1 - WageShare * wage) / state.Aspirants;
        var index = 1 / Math.Max(0.01, wage) * state.Aspirants / income * state.Debt * (1 - society.Support);
        if (state.AtStart == 0)
            state.AtStart = Math.Max(1e-9, index);
        state.Index = index / state.AtStart;
    }
}
