using Elites.Populations;

namespace Elites.Economics;

/// <summary>M6, unemployment: those without a job among all who are not at the front, weighted by persons.</summary>
internal readonly struct CountUnemployed(Economy economy, Persons persons)
{
    private readonly Mass mass = persons.Mass;

    public void Step()
    {
        var (unemployed, force) = (0.0, 0.0);
        foreach (var kind in Mass.Kinds)
        {
            var rows = mass.Of(kind);
            unemployed += persons.PerAgent(kind) * mass.Job.Count(rows, Job.None);
            force += persons.PerAgent(kind) * (rows.Count - mass.Job.Count(rows, Job.Front));
        }
        economy.Unemployment = unemployed / force;
    }
}
