using Agents.Random;
using Elites.Veterans;

namespace Elites.Populations;

/// <summary>How a person enters a soldier's row, and what the front makes of him.</summary>
internal static class Enlistment
{
    extension(Mass mass)
    {
        /// <summary>A new person takes a soldier's row: a civilian who may be recruited, or a recruit.</summary>
        public void Enrol(int row, VeteranParameters p, Service status)
        {
            (mass.Betrayal[row], mass.Trauma[row], mass.Windfall[row], mass.Sentence[row]) = (0, 0, 0, 0);
            mass.Organised[row] = 0;
            (mass.Reference[row], mass.Service[row]) = (mass.WageLevel[row], status);
            mass.Job[row] = status == Service.Serving ? Job.Front : Job.Civil;
            if (status != Service.Serving)
                return;
            var draws = mass.Model.Draws(mass.Ids[row], Purposes.Service);
            mass.Sign(row, p, ref draws);
        }

        /// <summary>A veteran serves again, and leaves his organisation; record, trauma and betrayal are those of the first time.</summary>
        public void Recall(int row)
        {
            mass.Service[row] = mass.Service[row] & ~Service.Veteran | Service.Serving;
            (mass.Job[row], mass.Organised[row], mass.Windfall[row]) = (Job.Front, 0, 0);
        }

        /// <summary>Draws what a soldier brings with him: a conviction, a liking for weapons, a soul that breaks easily.</summary>
        public void Sign(int row, VeteranParameters p, ref Draws draws)
        {
            mass.Service[row] |= (draws.Chance(p.ConvictShare) ? Service.Convict : 0) | (draws.Chance(p.ArmedShare) ? Service.Armed : 0);
            mass.Trauma[row] = draws.Chance(p.TraumaOther) ? 1 : 0;
        }

        /// <summary>A soldier has been through heavy combat.</summary>
        public void Harden(int row, VeteranParameters p, ref Draws draws)
        {
            mass.Service[row] |= Service.Stressed;
            mass.Trauma[row] = draws.Chance(p.TraumaStressed) ? 1 : 0;
        }
    }
}
