/** Runs the database contract over every form of the database. */
import { eachStore } from '../support/database.ts';
import { databaseContract } from './database.ts';

eachStore('the database', databaseContract);
