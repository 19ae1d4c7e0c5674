using Agents.Random;

namespace Elites.Populations;

/// <summary>What befalls one row after another by a chance of its own.</summary>
internal static class Chances
{
    extension(Population population)
    {
        /// <summary>
        /// The first number of a row's draws for a purpose at this tick, from 0 to less than 1. Ask it of some rows in their
        /// order and leave none out: they are drawn a block at a time.
        /// </summary>
        /// <param name="row">One of the rows.</param>
        /// <param name="rows">All that are asked.</param>
        /// <param name="purpose">What the draws are for.</param>
        /// <param name="room">Memory for a block of numbers, the same for all of the rows.</param>
        public float Luck(int row, Rows rows, Purpose purpose, Span<float> room)
        {
            var place = (row - rows.From) % Population.BlockSize;
            if (place == 0)
            {
                var ids = population.Ids[row..Math.Min(row + Population.BlockSize, rows.To)];
                Draws.FillUniform(ids, population.Model.Seed, (uint)population.Model.Tick, purpose, room[..ids.Length]);
            }
            return room[place];
        }
    }
}
